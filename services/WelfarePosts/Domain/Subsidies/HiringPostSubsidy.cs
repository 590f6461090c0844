using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Subsidies;

/// <summary>What welfare_posts.hiring_subsidy looks at (企业吸纳岗位补贴的事实). What is left out is unproven.</summary>
public sealed record HiringPostSubsidyFacts : IFacts
{
    /// <summary>Who was hired is in hardship (吸纳就业困难人员).</summary>
    public Fact<bool> InHardship { get; init => field = value.Named("in_hardship"); } = Fact.Unproven<bool>("in_hardship");

    /// <summary>Yuan a month, of the place and month (月最低工资标准).</summary>
    public Fact<Money> MonthlyMinimumWage { get; init => field = value.Named("monthly_minimum_wage"); } = Fact.Unproven<Money>("monthly_minimum_wage");

    /// <summary>补贴月份.</summary>
    public Fact<YearMonth> Month { get; init => field = value.Named("month"); } = Fact.Unproven<YearMonth>("month");

    /// <summary>Reads the facts by name (读取).</summary>
    public static HiringPostSubsidyFacts Read(FactSet given) => new()
    {
        InHardship = given.Truth("in_hardship"),
        MonthlyMinimumWage = given.Money("monthly_minimum_wage"),
        Month = given.Month("month"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [InHardship.Recorded, MonthlyMinimumWage.Recorded, Month.Recorded];
}

/// <summary>What an enterprise gets for a month (企业岗位补贴).</summary>
/// <param name="Amount">Yuan (金额).</param>
public sealed record HiringPostSubsidyResult(Money Amount) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("amount", PolicyValue.Of(Amount))];
}

/// <summary>What does an enterprise get for someone in hardship it hired, for a month (企业吸纳就业困难人员岗位补贴)?</summary>
/// <remarks>The rate of the month holds, not that of the day of decision.</remarks>
public static class HiringPostSubsidy
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.hiring_subsidy";

    private static readonly Parameter<Rate> Share = Parameter.Rate("welfare_posts.hiring_subsidy_share");

    /// <summary>Decides (认定).</summary>
    public static Decision<HiringPostSubsidyResult> Decide(HiringPostSubsidyFacts facts, PolicyContext policy)
    {
        var share = (facts.Month.IsProven ? policy.On(facts.Month.Value.FirstDay) : policy).Get(Share);

        // 鞍促就组发〔2020〕3号 二  阶段性提高企业吸纳就业困难人员岗位补贴标准，2020年11月至2021年10月，由原来最低工资标准的40%提高至50%
        return Decision.On(Name, facts, policy)
            .When(share, facts.InHardship.Is(true))
            .AndIf(share.IsSet, share, Proposition.All(facts.MonthlyMinimumWage.IsEstablished(), facts.Month.IsEstablished()))
            .Using(share)
            .Grant(() => new HiringPostSubsidyResult(Money.Round(facts.MonthlyMinimumWage.Value * share.Value)));
    }
}
