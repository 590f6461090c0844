using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Refunds;

/// <summary>Refund to a firm in difficulty with hope of recovery (经营困难且恢复有望企业稳岗返还).</summary>
internal static class DifficultRefund
{
    public static Decision<RefundGrant> Decide(RefundFacts facts, RefundRules rules, PolicyContext policy)
    {
        var months = Months(rules);
        var examined = Decision.On(Refund.Name, facts, policy)

            // 26号 一  实施经营困难且恢复有望企业稳岗返还的统筹地区备付能力应达到24个月以上
            // 63号 二(一)4  备付能力不足24个月的次月起，停止执行困难企业稳岗返还政策
            .AndIf(rules.DifficultFundMonths.IsSet, rules.DifficultFundMonths, facts.FundMonths.AtLeast(rules.DifficultFundMonths))

            // 26号 三  经营困难且恢复有望企业稳岗返还政策执行期延长至2020年12月31日
            .AndIf(rules.DifficultUntil.IsSet, rules.DifficultUntil, Fact.Known("as_of", policy.AsOf).AtMost(rules.DifficultUntil));

        examined = Refund.Conditions(examined, facts, rules);
        examined = Difficulty(examined, facts, rules);
        examined = Standard(examined, facts, rules, months)

            // 26号 三(三)  同一企业同一年度只能按一种稳岗返还政策享受
            .AndIf(rules.OneKindAYear.IsSet, rules.OneKindAYear, facts.Drawn.Is(RefundDrawn.None));

        return examined.Grant((facts, rules, months), static given => Granted(given.facts, given.rules, given.months!.Value));
    }

    private static RefundGrant Granted(RefundFacts facts, RefundRules rules, int months) => RefundGrant.Of(
        facts.CountyBenefit.Value * months * facts.Insured.Value,
        Money.Zero,
        Refund.ToRecover(facts, rules),
        RefundPath.JointReview,
        Refund.LayoffCeiling(facts, rules),
        benefitMonths: months);

    private static Examination Difficulty(Examination examined, RefundFacts facts, RefundRules rules)
    {
        if (!rules.Losses.IsSet)
        {
            // 邢南政发〔2020〕1号 (二)  适当放宽其稳岗返还政策认定标准
            // 鲁政发〔2020〕5号 5  经营困难且恢复有望企业: no figure before 26号
            IDated open = rules.LeftOpen.IsSet ? rules.LeftOpen : rules.DifficultUntil;
            return examined.And(open, rules.DifficultyByReview.Is(true));
        }

        return examined

            // 26号 三(二)1  2018年和2019年出现亏损，资产负债率在30%至70％范围内
            .And(rules.Losses, facts.LossMaking.Is(true))
            .And(rules.LowestDebtRatio, facts.DebtRatio.AtLeast(rules.LowestDebtRatio))
            .And(rules.HighestDebtRatio, facts.DebtRatio.AtMost(rules.HighestDebtRatio))

            // 26号 三(二)2  2019年营业收入同比下降幅度在30％至70%范围内
            .And(rules.LeastRevenueDrop, facts.RevenueDrop.AtLeast(rules.LeastRevenueDrop))
            .And(rules.GreatestRevenueDrop, facts.RevenueDrop.AtMost(rules.GreatestRevenueDrop));
    }

    private static Examination Standard(Examination examined, RefundFacts facts, RefundRules rules, int? months)
    {
        // 26号 三(一)  返还标准可按6个月的上年末企业参加失业保险所在县（市、区）月失业保险金标准和参保职工人数确定
        if (rules.BenefitMonths.IsSet)
        {
            return examined.And(rules.BenefitMonths, facts.CountyBenefit.IsEstablished());
        }

        // 63号 二(一)2  按照不超过6个月的上年末…月失业保险金标准和参保职工人数发放
        IDated basis = rules.BenefitMonthsLimit.IsSet || !rules.LeftOpen.IsSet ? rules.BenefitMonthsLimit : rules.LeftOpen;
        return examined
            .And(basis, facts.CountyBenefit.IsEstablished())

            // 63号 附件一(二)2  返还标准由各统筹地区自行确定
            .And(rules.BenefitMonthsLeftOpen, months is { } set
                ? Fact.Known(rules.SetBenefitMonths.Name, set).IsEstablished()
                : Proposition.Unproven(rules.SetBenefitMonths.Name, rules.SetBenefitMonths.Use))
            .Using(rules.SetBenefitMonths);
    }

    // A pool's own figure beyond the document's limit is none: it must be set again.
    private static int? Months(RefundRules rules) =>
        rules.BenefitMonths.IsSet ? rules.BenefitMonths.Value
        : !rules.SetBenefitMonths.IsSet ? null
        : rules.BenefitMonthsLimit.IsSet && rules.SetBenefitMonths.Value > rules.BenefitMonthsLimit.Value ? null
        : rules.SetBenefitMonths.Value;
}
