using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.Training.Domain.Projects;
using Funding = Wenye.Training.Data.Funding;

namespace Wenye.Training.Features.Fundings.Deciding;

/// <summary>A class that is paid in tranches (分期预拨), 辽 (十二).</summary>
internal static class TranchesFunding
{
    public static FundingOutcome Decide(Funding funding, FundingFacts known, PolicyContext policy)
    {
        var held = known.Classes[0];
        bool? accepted = held.State switch
        {
            ClassState.Accepted => true,
            ClassState.NotAccepted => false,
            _ => null,
        };
        var expected = known.Expected(funding);
        var decision = PreAllocation.Decide(
            new PreAllocationFacts
            {
                ExpectedAmount = Fact.From(expected),
                StartedOn = Fact.From(held.StartedOn),
                HalfReachedOn = Fact.From(held.HalfReachedOn),
                PublicityEndedOn = Fact.From(known.Paid.GetValueOrDefault(FundingStage.Rest)?.PublicityEndedOn),
                Accepted = Fact.From(accepted),
                Prepaid = accepted == false ? Money.FromFen(known.PaidFen) : default(Fact<Money>),
            },
            policy);
        var tranches = decision.Result?.Tranches ?? [];
        return new([decision], accepted == false ? [] : [.. Due(tranches, held, expected)])
        {
            // 辽 (十二)  对未通过验收的，据实收回预拨的资金
            Settlement = accepted switch
            {
                null when held.State is ClassState.Cancelled or ClassState.Refused => new(Money.Zero, "班级已取消"),
                false => new(Money.Zero, "未通过验收，据实收回预拨的资金"),
                true when RestWasDropped(known) => new(Money.FromFen(known.PaidFen), "公示异议成立或放弃，剩余资金不予拨付"),
                true when decision.Outcome == Outcome.Granted => new(expected!.Value, "验收合格并经公示无异议"),
                _ => null,
            },
        };
    }

    private static IEnumerable<StageDue> Due(IReadOnlyList<Tranche> tranches, Data.TrainingClass held, Money? expected)
    {
        if (tranches.Count == 0 || expected is not { } whole)
        {
            yield break;
        }

        yield return new(FundingStage.Start, tranches[0].Amount, held.StartedOn!.Value, tranches[0].Due, IsPublic: false);
        if (tranches.Count == 1)
        {
            yield break;
        }

        yield return new(FundingStage.Half, tranches[1].Amount, held.HalfReachedOn!.Value, tranches[1].Due, IsPublic: false);

        // 培训结束验收合格并经公示无异议: the rest is what is made public; its last day is known when that is over.
        if (held.State == ClassState.Accepted)
        {
            yield return new(
                FundingStage.Rest, whole - tranches[0].Amount - tranches[1].Amount, held.ClosedOn!.Value, tranches.Count > 2 ? tranches[2].Due : null, IsPublic: true);
        }
    }

    private static bool RestWasDropped(FundingFacts known) =>
        known.Paid.GetValueOrDefault(FundingStage.Rest)?.State == Contracts.Payments.V1.PayableState.Dropped;
}
