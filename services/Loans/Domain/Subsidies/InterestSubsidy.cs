using Wenye.Policy;

namespace Wenye.Loans.Domain.Subsidies;

/// <summary>The subsidy of a loan and period (贴息金额).</summary>
/// <param name="Amount">Yuan, rounded once (贴息).</param>
/// <param name="Interest">Yuan, rounded once (利息), never less than the subsidy.</param>
/// <param name="SubsidisedRate">Decimal, a year (贴息利率).</param>
/// <param name="Days">Days with a balance (计息天数).</param>
public sealed record SubsidyAmount(Money Amount, Money Interest, decimal SubsidisedRate, int Days) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        new("amount", PolicyValue.Of(Amount)),
        new("interest", PolicyValue.Of(Interest)),
        new("subsidised_rate", PolicyValue.Of(SubsidisedRate)),
        new("days", PolicyValue.Of((decimal)Days)),
    ];
}

/// <summary>Is the interest of a loan subsidised for a period, and with how much (贴息)?</summary>
/// <remarks>
/// Pure; run for every loan of a quarter. The rules are those of the signing day, the exceptions those of the day of decision.
/// Whether the borrower has paid is no fact of it: 25号 七 forbids to wait for that. Readings: docs/decisions/0061-interest-subsidy.md.
/// </remarks>
public static class InterestSubsidy
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.interest_subsidy";

    private static readonly Parameter<bool> NotOverdue = Parameter.Rule("loans.subsidy_within_term");
    private static readonly Parameter<bool> EarlierContracts = Parameter.Rule("loans.subsidy_earlier_contracts");

    /// <summary>Decides (认定).</summary>
    public static Decision<SubsidyAmount> Decide(InterestSubsidyFacts facts, PolicyContext policy)
    {
        var rules = SubsidyRules.Of(policy, facts.ContractDate.IsProven ? facts.ContractDate.Value : policy.AsOf);
        var examined = Contract(Decision.On(Name, facts, policy), facts, rules, policy);
        return Standing(examined, facts, rules, policy)
            .Grant((facts, rules), static given => Amount(given.facts, RateOf(given.facts, given.rules)!.Value));
    }

    private static Examination Contract(Examination examined, InterestSubsidyFacts facts, SubsidyRules rules, PolicyContext policy)
    {
        var borrower = facts.Borrower.IsProven ? facts.Borrower.Value : BorrowerKind.Personal;
        var rule = rules.Rule(borrower);
        var earlier = policy.Get(EarlierContracts);
        var isEarlier = facts.ContractDate.IsProven && !rule.Use.IsSet && earlier.IsSet;
        rule = isEarlier ? earlier : rule;
        var from = facts.From.IsProven ? facts.From.Value : DateOnly.MinValue;
        var isEnterprise = borrower == BorrowerKind.Enterprise;
        return examined

            // 27号 第七条  对符合条件的个人创业担保贷款，财政部门给予全额贴息
            // 27号 第八条  财政部门按照贷款合同签订日贷款市场报价利率的50%对享受创业担保贷款的小微企业给予贴息
            // 21号 五  自2021年1月1日起，新发放的…利息，LPR-150BP以下部分，由借款人和借款企业承担，剩余部分财政给予贴息
            .AndIf(!isEnterprise || rules.OfEither || isEarlier, rule, facts.Borrower.IsEstablished())
            .AndIf(!isEarlier, rule, facts.ContractDate.IsEstablished())
            .AndIf(rule.Use.IsSet, rule, Proposition.All(facts.Owed.Above(Money.Zero), facts.AnnualRate.Above(0m)))
            .AndIf(rule.Use.IsSet && !isEarlier && rules.NeedsLpr(borrower), rule, facts.Lpr.Above(0m))
            .AndIf(rule.Use.IsSet, rule, Proposition.All(facts.ContractDate.IsProven ? facts.From.AtLeast(facts.ContractDate.Value) : facts.From.IsEstablished(), facts.To.Above(from)))

            // 27号 第十六条  本办法施行前已生效的创业担保贷款合同，仍按原合同约定执行
            .AndIf(isEarlier, earlier, facts.AgreedSubsidisedRate.Above(0m));
    }

    private static Examination Standing(Examination examined, InterestSubsidyFacts facts, SubsidyRules rules, PolicyContext policy)
    {
        var withinTerm = policy.Get(NotOverdue);
        var forNoReason = facts.ExtensionReason is { IsProven: true, Value: ExtensionReason.None };
        if (facts.Standing is { IsProven: true, Value: LoanStanding.Extended } && !(forNoReason && withinTerm.IsSet))
        {
            // 21号 三  可给予展期，最长可展期至2020年6月30日，展期期间财政给予正常贴息。…借款人患新冠肺炎的，展期期限原则上不超过1年
            var maturesOn = facts.MaturesOn.IsProven ? facts.MaturesOn : facts.From;
            examined = ExtensionTerms.Examine(examined, new(facts.Borrower, facts.ExtensionReason, maturesOn, facts.ExtendedUntil), policy, asksReason: true);
            return ExtensionTerms.Rule(facts.ExtensionReason, policy) is { Use.IsSet: true } rule && facts.ExtendedUntil.IsProven
                ? examined.And(rule, facts.To.AtMost(facts.ExtendedUntil.Value.AddDays(1)))
                : examined;
        }

        // 27号 第九条  对展期、逾期的创业担保贷款，财政部门不予贴息
        var isNormal = facts.Standing is { IsProven: true, Value: LoanStanding.Normal };
        var years = rules.Years(facts.Borrower.IsProven ? facts.Borrower.Value : BorrowerKind.Personal);
        var first = facts.DisbursedOn.IsProven ? facts.DisbursedOn : facts.ContractDate;
        return examined
            .AndIf(withinTerm.IsSet || !isNormal, withinTerm, facts.Standing.Is(LoanStanding.Normal))

            // 27号 第九条  个人每次贴息年限最长为3年，小微企业每次贴息年限最长为2年
            .AndIf(isNormal && years.IsSet && facts.Borrower.IsProven && first.IsProven, years, facts.To.AtMost(first.IsProven ? first.Value.AddYears(years.IsSet ? years.Value : 0) : default));
    }

    private static SubsidyRate? RateOf(InterestSubsidyFacts facts, SubsidyRules rules) =>
        rules.RateOf(facts.Borrower.Value, facts.AnnualRate.Value, facts.Lpr)
        ?? (facts.AgreedSubsidisedRate.IsProven ? SubsidyRate.Agreed(facts.AnnualRate.Value, facts.AgreedSubsidisedRate.Value) : null);

    private static SubsidyAmount Amount(InterestSubsidyFacts facts, SubsidyRate rate)
    {
        var total = PeriodSubsidy.Sum(BalancesOf(facts), rate, facts.From.Value, facts.To.Value);
        return new(total.Amount, total.Interest.Rounded, rate.SubsidisedRate, total.Days);
    }

    private static BalanceSegment[] BalancesOf(InterestSubsidyFacts facts) =>
        facts.Balances is { } balances ? [.. balances] : [new(facts.From.Value, facts.To.Value, facts.Principal.Value)];
}
