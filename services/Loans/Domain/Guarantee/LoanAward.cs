using Wenye.Policy;

namespace Wenye.Loans.Domain.Guarantee;

/// <summary>What loans.award looks at (奖励性补助资金的事实): a place's year, and a bank in it. What is left out is unproven.</summary>
public sealed record LoanAwardFacts : IFacts
{
    /// <summary>Yuan newly lent in the place in the year, raised amounts included (当年新发放创业担保贷款总额).</summary>
    public Fact<Money> NewLoans { get; init => field = value.Named("new_loans"); } = Fact.Unproven<Money>("new_loans");

    /// <summary>Did outstanding work, as the departments found (工作成效突出).</summary>
    public Fact<bool> Outstanding { get; init => field = value.Named("outstanding"); } = Fact.Unproven<bool>("outstanding");

    /// <summary>Yuan this bank lent (该银行发放总额); for preference only.</summary>
    public Fact<Money> BankLoans { get; init => field = value.Named("bank_loans"); } = Fact.Unproven<Money>("bank_loans");

    /// <summary>Yuan of it at the LPR or less (以LPR或低于LPR发放的规模); for preference only.</summary>
    public Fact<Money> BankLoansAtLpr { get; init => field = value.Named("bank_loans_at_lpr"); } = Fact.Unproven<Money>("bank_loans_at_lpr");

    /// <summary>Reads the facts by name (读取).</summary>
    public static LoanAwardFacts Read(FactSet given) => new()
    {
        NewLoans = given.Money("new_loans"),
        Outstanding = given.Truth("outstanding"),
        BankLoans = given.Money("bank_loans"),
        BankLoansAtLpr = given.Money("bank_loans_at_lpr"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [NewLoans.Recorded, Outstanding.Recorded, BankLoans.Recorded, BankLoansAtLpr.Recorded];
}

/// <summary>The place's award money, and whether a bank is preferred (奖励资金), whatever the outcome.</summary>
/// <param name="Pool">Yuan for all recipients of the place (奖励资金总额); null while the loans are unknown.</param>
/// <param name="Preferred">The treasury may give the bank more (给予适度倾斜); null while unknown.</param>
public sealed record AwardMoney(Money? Pool, bool? Preferred) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        if (Pool is { } pool)
        {
            yield return new("pool", PolicyValue.Of(pool));
        }

        if (Preferred is { } preferred)
        {
            yield return new("preferred", PolicyValue.Of(preferred));
        }
    }
}

/// <summary>Is a bank or guarantor rewarded, and how much is there for all (创业担保贷款奖励)?</summary>
/// <remarks>Pure. How the pool is divided is no document's but the treasury's. Readings: docs/decisions/0061-interest-subsidy.md.</remarks>
public static class LoanAward
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.award";

    private static readonly Parameter<decimal> Share = Parameter.Number("loans.award_share", Unit.Rate);
    private static readonly Parameter<decimal> PreferredShare = Parameter.Number("loans.award_preferred_share", Unit.Rate);

    /// <summary>Decides (认定).</summary>
    public static Decision<AwardMoney> Decide(LoanAwardFacts facts, PolicyContext policy)
    {
        var (share, preferred) = (policy.Get(Share), policy.Get(PreferredShare));
        return Decision.On(Name, facts, policy)

            // 27号 第十五条  按各地当年新发放创业担保贷款总额的1%，奖励工作成效突出的经办银行、贷款担保基金运营管理机构…等单位
            .When(share, facts.NewLoans.Above(Money.Zero))
            .AndIf(share.IsSet, share, facts.Outstanding.Is(true))
            .Using(preferred)
            .Answering(new AwardMoney(
                share.IsSet && facts.NewLoans.IsProven ? Money.Round(facts.NewLoans.Value.Yuan * share.Value) : null,
                IsPreferred(facts, preferred)));
    }

    // 27号 第十五条  对以贷款市场报价利率或低于贷款市场报价利率发放创业担保贷款规模占创业担保贷款总发放额一半以上的经办银行，…给予适度倾斜
    private static bool? IsPreferred(LoanAwardFacts facts, Dated<decimal> share) =>
        share.IsSet && facts.BankLoans is { IsProven: true, Value.Yuan: > 0 } && facts.BankLoansAtLpr.IsProven
            ? facts.BankLoansAtLpr.Value.Yuan >= facts.BankLoans.Value.Yuan * share.Value
            : null;
}
