using Wenye.Policy;

namespace Wenye.Loans.Domain.Guarantee;

/// <summary>Who recommended a project (推荐方), 25号 五(一)(2).</summary>
public enum Recommender
{
    /// <summary>Nobody (无).</summary>
    None = 1,

    /// <summary>全国创业孵化示范基地.</summary>
    NationalIncubator,

    /// <summary>信用社区（乡村）.</summary>
    CreditCommunity,
}

/// <summary>What loans.counter_guarantee looks at (免除反担保的事实). What is left out is unproven.</summary>
public sealed record CounterGuaranteeFacts : IFacts
{
    /// <summary>借款人类别.</summary>
    public Fact<BorrowerKind> Borrower { get; init => field = value.Named("borrower"); } = Fact.Unproven<BorrowerKind>("borrower");

    /// <summary>Yuan, the whole loan (贷款金额).</summary>
    public Fact<Money> Amount { get; init => field = value.Named("amount"); } = Fact.Unproven<Money>("amount");

    /// <summary>推荐方.</summary>
    public Fact<Recommender> RecommendedBy { get; init => field = value.Named("recommended_by"); } = Fact.Unproven<Recommender>("recommended_by");

    /// <summary>Has an honour of a city or higher, or a prize of a provincial contest (设区的市级以上荣誉称号、省级创业创新赛事奖项).</summary>
    public Fact<bool> HonourOrPrize { get; init => field = value.Named("honour_or_prize"); } = Fact.Unproven<bool>("honour_or_prize");

    /// <summary>A bank assessed the firm, merchant or farmer as creditworthy (经金融机构评估认定的信用小微企业、商户、农户).</summary>
    public Fact<bool> BankAssessedCredit { get; init => field = value.Named("bank_assessed_credit"); } = Fact.Unproven<bool>("bank_assessed_credit");

    /// <summary>Starts again after steady, honest business (经营稳定守信的二次创业者).</summary>
    public Fact<bool> SteadySecondStart { get; init => field = value.Named("steady_second_start"); } = Fact.Unproven<bool>("steady_second_start");

    /// <summary>Reads the facts by name (读取).</summary>
    public static CounterGuaranteeFacts Read(FactSet given) => new()
    {
        Borrower = given.Choice<BorrowerKind>("borrower"),
        Amount = given.Money("amount"),
        RecommendedBy = given.Choice<Recommender>("recommended_by"),
        HonourOrPrize = given.Truth("honour_or_prize"),
        BankAssessedCredit = given.Truth("bank_assessed_credit"),
        SteadySecondStart = given.Truth("steady_second_start"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
        [Borrower.Recorded, Amount.Recorded, RecommendedBy.Recorded, HonourOrPrize.Recorded, BankAssessedCredit.Recorded, SteadySecondStart.Recorded];
}

/// <summary>Is a loan free of counter-guarantee (免除反担保)? Refused means that one is required, and refuses no loan.</summary>
/// <remarks>Pure. One ground suffices. Readings: docs/decisions/0060-loan-eligibility.md.</remarks>
public static class CounterGuarantee
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.counter_guarantee";

    /// <summary>Personal loans up to this amount need none (免除反担保的个人贷款额度).</summary>
    internal static readonly Parameter<Money> FreeAmount = Parameter.Money("loans.counter_guarantee_free_amount");

    private static readonly Parameter<bool> Grounds = Parameter.Rule("loans.counter_guarantee_grounds");
    private static readonly Parameter<bool> Encouraged = Parameter.Rule("loans.counter_guarantee_encouraged");

    // Nothing is free by the city while it sets no amount.
    private static readonly Parameter<Money> FreeAmountOfCity = Parameter.Money("loans.counter_guarantee_free_amount_city");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(CounterGuaranteeFacts facts, PolicyContext policy)
    {
        var (free, grounds) = (policy.Get(FreeAmount), policy.Get(Grounds));
        var (encouraged, ofCity) = (policy.Get(Encouraged), policy.Get(FreeAmountOfCity));
        var listed = new List<Finding>();
        if (free.IsSet)
        {
            // 25号 五(一)(1)、21号 七  新发放的10万元及以下的个人创业担保贷款
            listed.Add(new(free.Clause, Proposition.All(facts.Borrower.Is(BorrowerKind.Personal), facts.Amount.AtMost(free)), free.Use));
        }

        if (grounds.IsSet)
        {
            // 25号 五(一)(2)  全国创业孵化示范基地或信用社区（乡村）推荐的创业项目
            listed.Add(new(grounds.Clause, facts.RecommendedBy.IsNot(Recommender.None), grounds.Use));

            // 25号 五(一)(3)  获得设区的市级以上荣誉称号的或获得省级有关创业创新赛事活动规定奖项的创业人员、创业项目、创业企业
            listed.Add(new(grounds.Clause, facts.HonourOrPrize.Is(true), grounds.Use));

            // 25号 五(一)(4)  经金融机构评估认定的信用小微企业、商户、农户
            listed.Add(new(grounds.Clause, facts.BankAssessedCredit.Is(true), grounds.Use));

            // 25号 五(一)(5)  经营稳定守信的二次创业者等特定群体
            listed.Add(new(grounds.Clause, facts.SteadySecondStart.Is(true), grounds.Use));
        }

        if (encouraged.IsSet)
        {
            // 25号 五(二)、21号 七  鼓励有条件的地方对其他创业担保贷款逐步降低或免除反担保要求
            listed.Add(new(encouraged.Clause, ofCity.IsSet ? facts.Amount.AtMost(ofCity) : facts.Amount.AtMost(Money.Zero), encouraged.Use));
        }

        return Decision.On(Name, facts, policy).WhenAnyOf(grounds, listed).Grant();
    }

    /// <summary>Whether the amount of a personal loan leaves it in need of a counter-guarantee; null where neither amount nor document says.</summary>
    internal static bool? IsRequired(Fact<Money> amount, Dated<Money> free) => !free.IsSet ? true : amount.IsProven ? amount.Value > free.Value : null;
}
