using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.Training.Domain.Projects;
using Funding = Wenye.Training.Data.Funding;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Fundings.Deciding;

/// <summary>An advance on request (预拨), 邢南政发〔2020〕1号 (十七).</summary>
internal static class AdvanceFunding
{
    public static FundingOutcome Decide(Funding funding, FundingFacts known, PolicyContext policy)
    {
        var requested = Money.FromFen(funding.RequestedFen!.Value);
        var decision = TrainingAdvance.Decide(
            new TrainingAdvanceFacts
            {
                Designated = known.Filed,
                EpidemicPeriod = Fact.From(funding.EpidemicPeriod),
                ExpectedAmount = Fact.From(known.Expected(funding)),
                RequestedAmount = requested,
            },
            policy);
        return new([decision], decision.Outcome == Outcome.Granted ? [new(FundingStage.Advance, requested, known.Today, DueOn: null, IsPublic: false)] : [])
        {
            Settlement = Settled(known),
        };
    }

    // What the classes that were accepted come to: those who passed × the city's standard. Null while one of them goes on.
    private static Settlement? Settled(FundingFacts known)
    {
        var accepted = known.Classes.Where(one => one.State == ClassState.Accepted).ToList();
        return known.Classes.All(IsOver) && accepted.TrueForAll(one => known.Standards.ContainsKey(one.Id))
            ? new(
                Money.FromFen(accepted.Sum(one => one.Passed * known.Standards[one.Id])),
                string.Create(CultureInfo.InvariantCulture, $"验收合格班级考核合格 {accepted.Sum(one => one.Passed)} 人，按市定标准据实结算"))
            : null;
    }

    private static bool IsOver(TrainingClass one) => one.State is ClassState.Accepted or ClassState.NotAccepted or ClassState.Cancelled or ClassState.Refused;
}
