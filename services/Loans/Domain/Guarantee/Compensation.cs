using Wenye.Policy;

namespace Wenye.Loans.Domain.Guarantee;

/// <summary>What loans.compensation looks at (代偿的事实): a debt that the borrower cannot pay. What is left out is unproven.</summary>
public sealed record CompensationFacts : IFacts
{
    /// <summary>The loan is overdue (已逾期).</summary>
    public Fact<bool> Overdue { get; init => field = value.Named("overdue"); } = Fact.Unproven<bool>("overdue");

    /// <summary>Bank and guarantor have pursued the borrower, who cannot pay (已依法追偿，债务人不能清偿).</summary>
    public Fact<bool> Pursued { get; init => field = value.Named("pursued"); } = Fact.Unproven<bool>("pursued");

    /// <summary>The counter-guarantor has paid what the contract says, or there is none (反担保人已按约定履行，或免除反担保).</summary>
    public Fact<bool> CounterGuarantorSettled { get; init => field = value.Named("counter_guarantor_settled"); } = Fact.Unproven<bool>("counter_guarantor_settled");

    /// <summary>Yuan of principal left (贷款本金).</summary>
    public Fact<Money> Principal { get; init => field = value.Named("principal"); } = Fact.Unproven<Money>("principal");

    /// <summary>Yuan of interest left (利息).</summary>
    public Fact<Money> Interest { get; init => field = value.Named("interest"); } = Fact.Unproven<Money>("interest");

    /// <summary>Yuan of overdue interest left (逾期利息).</summary>
    public Fact<Money> OverdueInterest { get; init => field = value.Named("overdue_interest"); } = Fact.Unproven<Money>("overdue_interest");

    /// <summary>Decimal, the fund's share of a loss by the contract with the bank (合同约定的担保基金分摊比例).</summary>
    public Fact<decimal> FundShare { get; init => field = value.Named("fund_share"); } = Fact.Unproven<decimal>("fund_share");

    /// <summary>Yuan compensated in the year so far, this one left out (本年已代偿金额); asked for only where a ceiling is set.</summary>
    public Fact<Money> CompensatedThisYear { get; init => field = value.Named("compensated_this_year"); } = Fact.Unproven<Money>("compensated_this_year");

    /// <summary>Yuan guaranteed that the ceiling is measured by (代偿率的计算基数); asked for only where a ceiling is set.</summary>
    public Fact<Money> CeilingBase { get; init => field = value.Named("ceiling_base"); } = Fact.Unproven<Money>("ceiling_base");

    /// <summary>Reads the facts by name (读取).</summary>
    /// <exception cref="FactException">The share is none.</exception>
    public static CompensationFacts Read(FactSet given) => new()
    {
        Overdue = given.Truth("overdue"),
        Pursued = given.Truth("pursued"),
        CounterGuarantorSettled = given.Truth("counter_guarantor_settled"),
        Principal = given.Money("principal"),
        Interest = given.Money("interest"),
        OverdueInterest = given.Money("overdue_interest"),
        FundShare = ShareOf(given),
        CompensatedThisYear = given.Money("compensated_this_year"),
        CeilingBase = given.Money("ceiling_base"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Overdue.Recorded,
        Pursued.Recorded,
        CounterGuarantorSettled.Recorded,
        Principal.Recorded,
        Interest.Recorded,
        OverdueInterest.Recorded,
        FundShare.Recorded,
        CompensatedThisYear.Recorded,
        CeilingBase.Recorded,
    ];

    private static Fact<decimal> ShareOf(FactSet given)
    {
        var share = given.Number("fund_share");
        return !share.IsProven || share.Value is >= 0m and <= 1m ? share : throw new FactException("fund_share", "分摊比例（fund_share）应为0至1的小数，例如 0.8。");
    }
}

/// <summary>Who bears a loss (代偿分摊).</summary>
/// <param name="Debt">Yuan of principal, interest and overdue interest (清偿的债务).</param>
/// <param name="FundPays">Yuan from the guarantee fund (担保基金代偿).</param>
/// <param name="BankBears">Yuan left with the bank (银行承担).</param>
public sealed record LossShares(Money Debt, Money FundPays, Money BankBears) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("debt", PolicyValue.Of(Debt)), new("fund_pays", PolicyValue.Of(FundPays)), new("bank_bears", PolicyValue.Of(BankBears))];
}

/// <summary>Does the guarantee fund compensate a bank, and with how much (代偿)?</summary>
/// <remarks>Pure. Readings: docs/decisions/0060-loan-eligibility.md.</remarks>
public static class Compensation
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.compensation";

    private static readonly Parameter<bool> Settlement = Parameter.Rule("loans.compensation");
    private static readonly Parameter<bool> Ceiling = Parameter.Rule("loans.compensation_ceiling");
    private static readonly Parameter<decimal> CeilingOfOperator = Parameter.Number("loans.compensation_ceiling_city", Unit.Rate);

    /// <summary>Decides (认定).</summary>
    public static Decision<LossShares> Decide(CompensationFacts facts, PolicyContext policy)
    {
        var (settlement, ceiling, rate) = (policy.Get(Settlement), policy.Get(Ceiling), policy.Get(CeilingOfOperator));
        return Decision.On(Name, facts, policy)

            // 27号 第十二条  经办银行和担保机构负责依法向债务人追偿。债务人不能清偿逾期债务的，由反担保人按合同约定履行清偿义务
            .When(settlement, facts.Overdue.Is(true))
            .AndIf(settlement.IsSet, settlement, facts.Pursued.Is(true))
            .AndIf(settlement.IsSet, settlement, facts.CounterGuarantorSettled.Is(true))

            // 27号 第十二条  清偿的债务包括创业担保贷款本金、利息及逾期利息。造成代偿损失的，按合同约定的分摊比例，予以清偿
            .AndIf(settlement.IsSet, settlement, Proposition.All(
                facts.Principal.AtLeast(Money.Zero), facts.Interest.AtLeast(Money.Zero), facts.OverdueInterest.AtLeast(Money.Zero)))
            .AndIf(settlement.IsSet, settlement, facts.FundShare.IsEstablished())

            // 27号 第十四条  明确担保基金代偿率的最高上限
            .AndIf(ceiling.IsSet, ceiling, BelowCeiling(facts, rate))
            .Grant(facts, static given => Shared(given));
    }

    private static LossShares Shared(CompensationFacts facts)
    {
        var debt = facts.Principal.Value + facts.Interest.Value + facts.OverdueInterest.Value;
        var fund = Money.Round(debt.Yuan * facts.FundShare.Value);
        return new(debt, fund, debt - fund);
    }

    // The ceiling is whoever manages the fund's to set; what it is measured by is theirs to say too.
    private static Proposition BelowCeiling(CompensationFacts facts, Dated<decimal> rate)
    {
        if (!rate.IsSet)
        {
            return Proposition.Unproven(rate.Name, rate.Use);
        }

        var isKnown = facts is { CeilingBase.IsProven: true, Principal.IsProven: true, Interest.IsProven: true, OverdueInterest.IsProven: true, FundShare.IsProven: true };
        return Proposition.All(
            Fact.Known(rate.Name, rate.Value).IsEstablished(),
            facts.CeilingBase.IsEstablished(),
            isKnown
                ? facts.CompensatedThisYear.AtMost(Money.FromYuan(decimal.Floor(facts.CeilingBase.Value.Yuan * rate.Value * 100) / 100) - Shared(facts).FundPays)
                : facts.CompensatedThisYear.IsEstablished());
    }
}
