using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Refunds;

/// <summary>Is this firm refunded unemployment contributions, and how much (失业保险稳岗返还)?</summary>
/// <remarks>Pure. It is run for every insured firm of a province: rules are looked up once a region and day. Readings: docs/decisions/0040-refunds.md.</remarks>
public static class Refund
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "stabilization.refund";

    /// <summary>Decides (认定).</summary>
    public static Decision<RefundGrant> Decide(RefundFacts facts, PolicyContext policy)
    {
        var rules = RefundRules.Under(policy);
        return facts.Kind is { IsProven: true, Value: RefundKind.Difficult }
            ? DifficultRefund.Decide(facts, rules, policy)
            : GeneralRefund.Decide(facts, rules, policy);
    }

    /// <summary>Months of contributions that the policy asks for (要求的缴费月数); null where it asks for none.</summary>
    public static int? MonthsAsked(PolicyContext policy) => policy.Get(RefundParameters.MonthsContributed) is { IsSet: true } asked ? asked.Value : null;

    /// <summary>What is asked of firms of either kind (两类企业共同的条件).</summary>
    internal static Examination Conditions(Examination examined, RefundFacts facts, RefundRules rules)
    {
        var asked = examined

            // 26号 二(二)1  生产经营活动符合国家及其所在区域产业结构调整和环保政策
            .AndIf(rules.IndustryPolicy.IsSet, rules.IndustryPolicy, facts.IndustryPolicyOk.Is(true));

        // 26号 二(二)2  参加失业保险并足额缴纳失业保险费12个月以上
        if (rules.MonthsContributed.IsSet)
        {
            asked = asked
                .And(rules.MonthsContributed, facts.MonthsContributed.AtLeast(rules.MonthsContributed))
                .And(rules.MonthsContributed, facts.FullyPaid.Is(true));
        }

        return FewLayoffs(asked, facts, rules)

            // 26号 四(二)  对…“僵尸企业”以及严重违法失信企业，进入破产程序且与职工解除劳动关系的企业不宜进行稳岗返还
            .AndIf(rules.UnsoundFirms.IsSet, rules.UnsoundFirms, facts.Unsound.Is(false))

            // 26号 四(二)  对以往年度违规领取且拒不退回稳岗返还资金的企业，在其再次符合条件时扣减应退回的稳岗返还资金
            .AndIf(rules.Recovery.IsSet, rules.Recovery, facts.ToRecover.IsEstablished());
    }

    /// <summary>What is to be recovered, where a document has it deducted (扣减应退回资金).</summary>
    internal static Money ToRecover(RefundFacts facts, RefundRules rules) => rules.Recovery.IsSet ? facts.ToRecover.Value : Money.Zero;

    /// <summary>The highest layoff rate that applies to the firm; null when none is set.</summary>
    internal static decimal? LayoffCeiling(RefundFacts facts, RefundRules rules) =>
        rules.LayoffCeilingFor(facts.Insured.Value) is { IsSet: true } ceiling ? ceiling.Value : null;

    // 26号 二(二)3  上年度未裁员或裁员率不高于5.5%，30人（含）以下的参保企业放宽到不超过参保职工总数的20%
    private static Examination FewLayoffs(Examination examined, RefundFacts facts, RefundRules rules)
    {
        var ceiling = rules.LayoffCeilingFor(facts.Insured.IsProven ? facts.Insured.Value : int.MaxValue);
        if (!facts.Insured.IsProven || !facts.LaidOff.IsProven)
        {
            IDated asks = ceiling.IsSet || !rules.LeftOpen.IsSet ? ceiling : rules.LeftOpen;
            return examined.And(asks, Proposition.All(facts.Insured.IsEstablished(), facts.LaidOff.IsEstablished()));
        }

        if (ceiling.IsSet)
        {
            return examined.And(ceiling, facts.LaidOff.Map(static people => (decimal)people).AtMost(ceiling.Value * facts.Insured.Value));
        }

        // No document prints a ceiling: who laid off nobody is below any, for others the city must set one.
        return !rules.LeftOpen.IsSet ? examined.And(ceiling, default)
            : facts.LaidOff.Value == 0 ? examined.And(rules.LeftOpen, facts.LaidOff.IsEstablished())
            : examined.And(rules.LeftOpen, Proposition.Unproven(ceiling.Name, ceiling.Use));
    }
}
