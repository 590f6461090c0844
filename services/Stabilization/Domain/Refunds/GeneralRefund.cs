using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Refunds;

/// <summary>Refund to an ordinary firm (一般企业稳岗返还), raised for small and medium ones (中小微企业).</summary>
internal static class GeneralRefund
{
    public static Decision<RefundGrant> Decide(RefundFacts facts, RefundRules rules, PolicyContext policy)
    {
        var rate = rules.Rates.For(facts.Size, facts.Priority);
        var entitlement = rate.IsKnown && facts.Contributions.IsProven ? Money.Round(facts.Contributions.Value * rate.Share) : Money.Zero;

        var examined = Decision.On(Refund.Name, facts, policy)

            // 26号 一  实施一般企业稳岗返还的统筹地区…应具备12个月以上支付能力
            // 63号 二(一)4  失业保险基金备付能力不足12个月的次月起，停止执行一般企业稳岗返还政策
            .AndIf(rules.GeneralFundMonths.IsSet, rules.GeneralFundMonths, facts.FundMonths.AtLeast(rules.GeneralFundMonths))

            // 鲁政办发〔2020〕4号 16  以上政策措施适用于…中小企业
            .AndIf(rules.Sizes.IsSet, rules.Sizes, facts.Size.OneOf(rules.Sizes));

        examined = Standard(examined, facts, rules, rate);
        examined = Refund.Conditions(examined, facts, rules);
        examined = Frequency(examined, facts, rules, rate, entitlement);

        // 辽政办发〔2020〕25号 (五)  对符合条件的10人以下参保企业，免申领直接拨付返还资金
        if (rules.WithoutApplication.IsSet)
        {
            examined = examined.And(rules.WithoutApplication, facts.Size.IsEstablished());
        }

        return examined.Grant((facts, rules, rate.Share, entitlement), static given => Granted(given.facts, given.rules, given.Share, given.entitlement));
    }

    private static RefundGrant Granted(RefundFacts facts, RefundRules rules, Rate share, Money entitlement) =>
        RefundGrant.Of(entitlement, AlreadyPaid(facts), Refund.ToRecover(facts, rules), PathOf(facts, rules), Refund.LayoffCeiling(facts, rules), rate: share.Value);

    private static Examination Standard(Examination examined, RefundFacts facts, RefundRules rules, RefundRate rate)
    {
        // 63号 二(一)3  稳岗返还金额可依据征缴机构提供的上年度缴费记录按规定确定
        IDated record = rules.ContributionRecord.IsSet ? rules.ContributionRecord : rate.Rule;
        return rate
            .Answer(facts.Kind.IsProven ? examined : examined.And(rate.Rule, facts.Kind.IsEstablished()))

            // 〔2020〕20号 二(二)7  将中小微企业稳岗返还标准提高到企业及其职工上年度缴纳失业保险费的100%，执行期至2020年12月31日
            .AndIf(rules.RaisedPlan.IsSet, rules.RaisedPlan, facts.Size.IsEstablished())
            .And(record, facts.Contributions.IsEstablished());
    }

    private static Examination Frequency(Examination examined, RefundFacts facts, RefundRules rules, RefundRate rate, Money entitlement)
    {
        // 63号 二(一)1  已按原标准享受一般企业稳岗返还政策的，由失业保险经办机构…拨付提高标准部分，企业无需重新申报
        if (Drew(facts, RefundDrawn.General) && rate.IsRaised && rules.TopUp.IsSet)
        {
            return examined.And(rules.TopUp, Unpaid(facts, entitlement));
        }

        // 26号 三(三)  同一企业同一年度只能按一种稳岗返还政策享受
        if (rules.OneKindAYear.IsSet)
        {
            return examined.And(rules.OneKindAYear, facts.Drawn.Is(RefundDrawn.None));
        }

        // Elsewhere no document limits how often, but what was paid of this year's share is not paid again.
        return examined
            .And(rate.Rule, facts.Drawn.IsEstablished())
            .AndIf(Drew(facts, RefundDrawn.General), rate.Rule, Unpaid(facts, entitlement));
    }

    private static Proposition Unpaid(RefundFacts facts, Money entitlement) =>
        entitlement > Money.Zero ? facts.AlreadyPaid.Below(entitlement) : facts.AlreadyPaid.IsEstablished();

    private static Money AlreadyPaid(RefundFacts facts) => Drew(facts, RefundDrawn.General) ? facts.AlreadyPaid.Value : Money.Zero;

    private static bool Drew(RefundFacts facts, RefundDrawn kind) => facts.Drawn.IsProven && facts.Drawn.Value == kind;

    private static RefundPath PathOf(RefundFacts facts, RefundRules rules) =>
        rules.TopUp.IsSet && Drew(facts, RefundDrawn.General) ? RefundPath.TopUp
        : rules.WithoutApplication.IsSet && IsSmall(facts) && facts.Insured.Value <= rules.WithoutApplication.Value ? RefundPath.WithoutApplication
        : RefundPath.Confirmation;

    // 辽政办发〔2020〕25号 (五)  推行小微企业普通性稳岗返还“免申即享”
    private static bool IsSmall(RefundFacts facts) => facts.Size.Value is FirmSize.Small or FirmSize.Micro;
}
