using System.Text;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Funding = Wenye.Training.Data.Funding;
using FundingDecision = Wenye.Training.Data.FundingDecision;

namespace Wenye.Training.Features.Fundings.Deciding;

/// <summary>Decides fundings with what is known today, by the rules of today and of the place (认定).</summary>
internal sealed class FundingDecisions(ParameterSet parameters, TimeProvider time)
{
    private const string Finished = "finished";
    private const string StartedOn = "started_on";

    /// <summary>What the funding comes to; nothing is kept.</summary>
    public FundingOutcome Decide(Funding funding, FundingFacts known)
    {
        var policy = parameters.At(Division.Parse(funding.Division), known.Today);
        return funding.Kind switch
        {
            FundingKind.Project => ProjectFunding.Decide(funding, known, policy),
            FundingKind.Tranches => TranchesFunding.Decide(funding, known, policy),
            FundingKind.Advance => AdvanceFunding.Decide(funding, known, policy),
            _ => ApprenticeshipFunding.Decide(funding, known, policy),
        };
    }

    /// <summary>Decides and keeps the decisions with the funding.</summary>
    public FundingOutcome Take(Funding funding, FundingFacts known)
    {
        var outcome = Decide(funding, known);
        foreach (var (decision, index) in outcome.Decisions.Select((one, index) => (one, index)))
        {
            funding.Decisions.Add(new FundingDecision
            {
                FundingId = funding.Id,
                Sequence = funding.Decisions.Count + 1,
                DecidedAt = time.GetUtcNow(),
                Line = funding.Kind == FundingKind.Apprenticeship ? index + 1 : 0,
                Decision = Encoding.UTF8.GetString(DecisionJson.Write(decision)),
            });
        }

        funding.MissingFacts = [.. outcome.Decisions.SelectMany(one => one.Missing).Concat(WaitedFor(funding, known, outcome)).Distinct()];
        return outcome;
    }

    // Of who did not finish nothing is waited for.
    private static IEnumerable<string> MissingOf(Funding funding) => funding.Named
        .Where(one => one.Outcome == Contracts.Policy.V1.Outcome.Incomplete && one.Finished != false)
        .SelectMany(one => StoredDecisions.ToContract(one.Decision).MissingFacts).Distinct();

    // What is waited for and is no fact of the decision.
    private static IEnumerable<string> WaitedFor(Funding funding, FundingFacts known, FundingOutcome outcome) => funding.Kind switch
    {
        FundingKind.Project when known.Classes.All(one => one.StartedOn is null) => [StartedOn],
        FundingKind.Apprenticeship when outcome.Outcome != Outcome.Refused =>
            [.. funding.Apprentices.Any(line => line.Finished is null) ? [Finished] : Array.Empty<string>(), .. MissingOf(funding)],
        _ => [],
    };
}
