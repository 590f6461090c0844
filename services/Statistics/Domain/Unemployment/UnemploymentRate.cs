using Wenye.Policy;

namespace Wenye.Statistics.Domain.Unemployment;

/// <summary>What statistics.unemployment_rate looks at (城镇登记失业率的事实). What is left out is unproven.</summary>
public sealed record UnemploymentRateFacts : IFacts
{
    /// <summary>期末城镇登记失业人数, people.</summary>
    public Fact<int> Registered { get; init => field = value.Named("registered"); } = Fact.Unproven<int>("registered");

    /// <summary>期末城镇从业人员总数, people.</summary>
    public Fact<int> Employed { get; init => field = value.Named("employed"); } = Fact.Unproven<int>("employed");

    /// <summary>上年度末城镇从业人员数, people: taken where the month's cannot be had.</summary>
    public Fact<int> EmployedLastYearEnd { get; init => field = value.Named("employed_last_year_end"); } = Fact.Unproven<int>("employed_last_year_end");

    /// <summary>Reads the facts by name (读取).</summary>
    public static UnemploymentRateFacts Read(FactSet given) => new()
    {
        Registered = given.Count("registered"),
        Employed = given.Count("employed"),
        EmployedLastYearEnd = given.Count("employed_last_year_end"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Registered.Recorded, Employed.Recorded, EmployedLastYearEnd.Recorded];
}

/// <summary>The rate (城镇登记失业率).</summary>
/// <param name="Rate">As a decimal, half up to the fourth place: 0.0332 is 3.32 %.</param>
/// <param name="ByLastYearEnd">With the employed of last year's end (参照上年度末测算).</param>
public sealed record UnemploymentRateFigure(decimal Rate, bool ByLastYearEnd) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("rate", PolicyValue.Of(Rate)), new("by_last_year_end", PolicyValue.Of(ByLastYearEnd))];
}

/// <summary>How high is registered urban unemployment (城镇登记失业率)? The registered as a share of the registered and the employed together.</summary>
public static class UnemploymentRate
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.unemployment_rate";

    private const int Places = 4;
    private static readonly Parameter<bool> Employed = Parameter.Rule("statistics.unemployment_rate_employed");

    /// <summary>Decides (认定).</summary>
    public static Decision<UnemploymentRateFigure> Decide(UnemploymentRateFacts facts, PolicyContext policy)
    {
        var rule = policy.Get(Employed);
        var byLastYear = !facts.Employed.IsProven && facts.EmployedLastYearEnd.IsProven;
        var employed = byLastYear ? facts.EmployedLastYearEnd : facts.Employed;

        // 79号 三(十)  各地期末城镇从业人员总数，如无法实现月度获取，可参照本地区上年度末城镇从业人员数据综合测算确定
        return Decision.On(Name, facts, policy)
            .When(rule, facts.Registered.AtLeast(0))
            .AndIf(rule.IsSet, rule, employed.Above(0))
            .Grant(() => new UnemploymentRateFigure(RateOf(facts.Registered.Value, employed.Value), byLastYear));
    }

    /// <summary>The rate as it is reported (登记失业率).</summary>
    public static decimal RateOf(long registered, long employed) =>
        decimal.Round(registered / ((decimal)registered + employed), Places, MidpointRounding.AwayFromZero);
}
