using Wenye.Policy;

namespace Wenye.Loans.Domain.Guarantee;

/// <summary>What loans.guarantee_capacity looks at (担保基金放大倍数的事实): one guarantee fund and a disbursement. What is left out is unproven.</summary>
public sealed record GuaranteeCapacityFacts : IFacts
{
    /// <summary>Yuan on deposit (担保基金存款余额).</summary>
    public Fact<Money> FundBalance { get; init => field = value.Named("fund_balance"); } = Fact.Unproven<Money>("fund_balance");

    /// <summary>Yuan that fell due in the last year (上年累计到期贷款应回收金额).</summary>
    public Fact<Money> DueLastYear { get; init => field = value.Named("due_last_year"); } = Fact.Unproven<Money>("due_last_year");

    /// <summary>Yuan of it that came back (上年累计到期贷款实际回收金额).</summary>
    public Fact<Money> RecoveredLastYear { get; init => field = value.Named("recovered_last_year"); } = Fact.Unproven<Money>("recovered_last_year");

    /// <summary>Yuan of loans guaranteed now (在保余额).</summary>
    public Fact<Money> Exposure { get; init => field = value.Named("exposure"); } = Fact.Unproven<Money>("exposure");

    /// <summary>Yuan to be paid out (拟发放金额).</summary>
    public Fact<Money> RequestedAmount { get; init => field = value.Named("requested_amount"); } = Fact.Unproven<Money>("requested_amount");

    /// <summary>Reads the facts by name (读取).</summary>
    public static GuaranteeCapacityFacts Read(FactSet given) => new()
    {
        FundBalance = given.Money("fund_balance"),
        DueLastYear = given.Money("due_last_year"),
        RecoveredLastYear = given.Money("recovered_last_year"),
        Exposure = given.Money("exposure"),
        RequestedAmount = given.Money("requested_amount"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [FundBalance.Recorded, DueLastYear.Recorded, RecoveredLastYear.Recorded, Exposure.Recorded, RequestedAmount.Recorded];
}

/// <summary>What a fund can guarantee (担保能力), whatever the outcome.</summary>
/// <param name="Multiple">Times the balance (放大倍数); null while unknown.</param>
/// <param name="Capacity">Yuan in all (担保能力); null while unknown.</param>
public sealed record GuaranteeLimit(decimal? Multiple, Money? Capacity) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        if (Multiple is { } multiple)
        {
            yield return new("multiple", PolicyValue.Of(multiple));
        }

        if (Capacity is { } capacity)
        {
            yield return new("capacity", PolicyValue.Of(capacity));
        }
    }
}

/// <summary>Can the fund guarantee another loan (担保基金放大倍数)?</summary>
/// <remarks>Pure: the caller holds the fund's row while it decides and books. Readings: docs/decisions/0060-loan-eligibility.md.</remarks>
public static class GuaranteeCapacity
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.guarantee_capacity";

    private static readonly Parameter<Rate> RepaymentRate = Parameter.Rate("loans.guarantee_repayment_rate");
    private static readonly Parameter<decimal> RaisedMultiple = Parameter.Number("loans.guarantee_raised_multiple", Unit.Multiple);
    private static readonly Parameter<decimal> MultipleOfOperator = Parameter.Number("loans.guarantee_multiple_city", Unit.Multiple);

    /// <summary>Decides (认定).</summary>
    public static Decision<GuaranteeLimit> Decide(GuaranteeCapacityFacts facts, PolicyContext policy)
    {
        var (rate, raised, ofOperator) = (policy.Get(RepaymentRate), policy.Get(RaisedMultiple), policy.Get(MultipleOfOperator));
        var isKnown = facts.DueLastYear.IsProven && facts.RecoveredLastYear.IsProven;

        // Nothing fell due: there is no rate to reach.
        var reached = rate.IsSet && isKnown && facts.DueLastYear.Value > Money.Zero
            && facts.RecoveredLastYear.Value.Yuan >= facts.DueLastYear.Value * rate.Value;
        var multiple = reached ? raised : ofOperator;
        var limit = isKnown && rate.IsSet && multiple.IsSet && facts.FundBalance.IsProven
            ? Money.FromYuan(decimal.Floor(facts.FundBalance.Value.Yuan * multiple.Value * 100) / 100)
            : default(Money?);
        return Decision.On(Name, facts, policy)

            // 21号 八、〔2020〕20号 二(五)20  创业担保贷款上年到期还款率（上年累计到期贷款实际回收金额/上年累计到期贷款应回收金额）达到90%以上的，本年可适当提高放大倍数至担保基金存款余额的10倍
            .When(rate, Proposition.All(facts.DueLastYear.IsEstablished(), facts.RecoveredLastYear.IsEstablished()))
            .AndIf(rate.IsSet && isKnown, multiple, facts.FundBalance.AtLeast(Money.Zero))
            .AndIf(rate.IsSet && isKnown && multiple.IsSet, multiple, Proposition.All(
                facts.RequestedAmount.Above(Money.Zero),
                facts.Exposure.IsEstablished(),
                limit is { } most && facts.Exposure.IsProven ? facts.RequestedAmount.AtMost(most - facts.Exposure.Value) : facts.RequestedAmount.IsEstablished()))
            .Using(rate)
            .Answering(new GuaranteeLimit(isKnown && rate.IsSet && multiple.IsSet ? multiple.Value : null, limit));
    }
}
