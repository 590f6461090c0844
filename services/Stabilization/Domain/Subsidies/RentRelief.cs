using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Subsidies;

/// <summary>Is the base subsidised for rent it waived (创业孵化基地、园区运营补贴)?</summary>
/// <remarks>Pure. Months outside the period do not count; they refuse nothing. Readings: docs/decisions/0041-work-training.md.</remarks>
public static class RentRelief
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "stabilization.rent_relief";

    private static readonly Parameter<decimal> Share = Parameter.Number("stabilization.rent_relief_share", Unit.Rate);
    private static readonly Parameter<Money> Cap = Parameter.Money("stabilization.rent_relief_cap");
    private static readonly Parameter<int> Months = Parameter.Count("stabilization.rent_relief_months", Unit.Months);
    private static readonly Parameter<DateOnly> From = Parameter.Day("stabilization.rent_relief_from");
    private static readonly Parameter<DateOnly> Until = Parameter.Day("stabilization.rent_relief_until");

    /// <summary>Decides (认定).</summary>
    public static Decision<SubsidyGrant> Decide(RentReliefFacts facts, PolicyContext policy)
    {
        var share = policy.Get(Share);
        var cap = policy.Get(Cap);
        var waived = facts.Waived is { } all
            ? Fact.Known(RentReliefFacts.WaivedName, Counted(all, policy))
            : Fact.Unproven<Money>(RentReliefFacts.WaivedName);
        return Decision.On(Name, facts, policy)

            // 4号 12  对在疫情期间为承租的中小企业减免租金的省级创业孵化示范基地、示范园区；5号 16  …、省级人力资源服务产业园区
            // 22号 细则十一  对2020年2月至4月疫情期间为承租的中小企业减免租金的，给予最长3个月的运营补贴
            .When(share, Proposition.All(facts.BaseCertified.Is(true), waived.Above(Money.Zero)))
            .Using(cap)
            .Using(policy.Get(Months))
            .Using(policy.Get(From))
            .Using(policy.Get(Until))

            // 4号 12、5号 16、22号 细则十一  补贴标准为减免租金总额的30%，最高50万元
            .Grant(() => new SubsidyGrant(Least(Money.Round(waived.Value.Yuan * share.Value), cap.Value)));
    }

    // The first months of the period, as many as the clause allows.
    private static Money Counted(IReadOnlyList<RentWaiver> waived, PolicyContext policy)
    {
        var from = policy.Get(From);
        var until = policy.Get(Until);
        var months = policy.Get(Months);
        return waived
            .Where(one => !from.IsSet || one.Month.FirstDay >= from.Value)
            .Where(one => !until.IsSet || one.Month.FirstDay <= until.Value)
            .GroupBy(one => one.Month)
            .OrderBy(month => month.Key)
            .Take(months.IsSet ? months.Value : 0)
            .SelectMany(month => month)
            .Aggregate(Money.Zero, (sum, one) => sum + one.Amount);
    }

    private static Money Least(Money amount, Money cap) => amount < cap ? amount : cap;
}
