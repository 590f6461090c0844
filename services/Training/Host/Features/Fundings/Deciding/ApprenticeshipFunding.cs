using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.Training.Data;
using Wenye.Training.Domain.Apprentices;
using Wenye.Training.Domain.Subsidies;
using Funding = Wenye.Training.Data.Funding;
using Kind = Wenye.Training.Domain.Apprentices.ApprenticeKind;

namespace Wenye.Training.Features.Fundings.Deciding;

/// <summary>A firm's apprentices (企业新型学徒制), 55号 第六条(一), 辽 (十一): each line decided by itself.</summary>
internal static class ApprenticeshipFunding
{
    public static FundingOutcome Decide(Funding funding, FundingFacts known, PolicyContext policy)
    {
        var lines = funding.Apprentices.OrderBy(one => one.Line).ToList();
        var decisions = lines.ConvertAll(line => DecideLine(line, known, policy));
        foreach (var (line, decision) in lines.Zip(decisions))
        {
            line.DecidedFen = decision is { Outcome: Outcome.Granted, Result: { } granted } ? granted.Amount.Fen : 0;
        }

        return new([.. decisions], [])
        {
            Settlement = lines.TrueForAll(line => line.Finished is not null) && decisions.TrueForAll(one => one.Outcome != Outcome.Incomplete)
                ? new(
                    Money.FromFen(lines.Sum(line => line.Finished!.Value * line.DecidedFen)),
                    string.Create(CultureInfo.InvariantCulture, $"结业 {lines.Sum(line => line.Finished!.Value)} 人"))
                : null,
        };
    }

    private static Decision<SubsidyAmount> DecideLine(FundingApprentices line, FundingFacts known, PolicyContext policy) => Apprenticeship.Decide(
        new ApprenticeshipFacts
        {
            Apprentice = (Kind)line.Kind,
            Years = line.Years,
            StartedOn = line.StartedOn,
            Standard = Money.FromFen(line.StandardFen),
            CostlyOrUrgent = Fact.From(known.CostlyOrUrgent.TryGetValue((line.Occupation, line.Level), out var listed) ? listed : line.CostlyOrUrgent),
        },
        policy);
}
