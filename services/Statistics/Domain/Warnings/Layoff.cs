using Wenye.Policy;

namespace Wenye.Statistics.Domain.Warnings;

/// <summary>What statistics.layoff and statistics.layoff_notice look at (企业裁员的事实). What is left out is unproven.</summary>
public sealed record LayoffFacts : IFacts
{
    /// <summary>People to be laid off (需要裁员人数).</summary>
    public Fact<int> Layoffs { get; init => field = value.Named("layoffs"); } = Fact.Unproven<int>("layoffs");

    /// <summary>企业职工总数, people.</summary>
    public Fact<int> Employees { get; init => field = value.Named("employees"); } = Fact.Unproven<int>("employees");

    /// <summary>Reads the facts by name (读取).</summary>
    public static LayoffFacts Read(FactSet given) => new() { Layoffs = given.Count("layoffs"), Employees = given.Count("employees") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Layoffs.Recorded, Employees.Recorded];
}

/// <summary>Is a layoff so large that the authorities step in early (规模裁员提前介入)? Granted: they do.</summary>
public static class Layoff
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.layoff";

    private static readonly Parameter<int> People = Parameter.Count("statistics.layoff_people", Unit.People);
    private static readonly Parameter<Rate> Share = Parameter.Rate("statistics.layoff_share");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(LayoffFacts facts, PolicyContext policy)
    {
        var (people, share) = (policy.Get(People), policy.Get(Share));
        var part = !facts.Layoffs.IsProven ? Fact.Unproven<Rate>(facts.Layoffs.Name)
            : facts.Employees is { IsProven: true, Value: > 0 } ? Fact.Known(facts.Employees.Name, new Rate((decimal)facts.Layoffs.Value / facts.Employees.Value))
            : Fact.Unproven<Rate>(facts.Employees.Name);

        // 20号 二(二)8  对需要裁员20人以上或者不足20人但占企业职工总数10%以上的，企业主管部门和县（市、区）政府提前介入
        return Decision.On(Name, facts, policy)
            .When(people, Proposition.Any(facts.Layoffs.AtLeast(people), Compare(part, share)))
            .Using(share)
            .Grant();
    }

    private static Proposition Compare(Fact<Rate> part, Dated<Rate> share) => !part.IsProven || !share.IsSet
        ? Proposition.Unproven(part.IsProven ? share.Name : part.Name)
        : Fact.Known(part.Name, part.Value.Value).AtLeast(share.Value.Value);
}

/// <summary>What statistics.layoff_notice looks at (经济性裁员说明的事实).</summary>
public sealed record LayoffNoticeFacts : IFacts
{
    /// <summary>The day on which the union or all staff were told (向工会或全体职工说明情况之日).</summary>
    public Fact<DateOnly> ToldOn { get; init => field = value.Named("told_on"); } = Fact.Unproven<DateOnly>("told_on");

    /// <summary>The first day of layoffs (拟裁员之日).</summary>
    public Fact<DateOnly> PlannedOn { get; init => field = value.Named("planned_on"); } = Fact.Unproven<DateOnly>("planned_on");

    /// <summary>Reads the facts by name (读取).</summary>
    public static LayoffNoticeFacts Read(FactSet given) => new() { ToldOn = given.Day("told_on"), PlannedOn = given.Day("planned_on") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [ToldOn.Recorded, PlannedOn.Recorded];
}

/// <summary>From when a firm may lay people off (最早裁员日).</summary>
/// <param name="Earliest">The first day; null while it is not known when staff were told.</param>
public sealed record EarliestLayoff(DateOnly? Earliest) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => Earliest is { } day ? [new("earliest", PolicyValue.Of(day))] : [];
}

/// <summary>Was staff told in time of an economic layoff (经济性裁员提前说明)?</summary>
public static class LayoffNotice
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.layoff_notice";

    private static readonly Parameter<int> NoticeDays = Parameter.Count("statistics.layoff_notice_days", Unit.Days);

    /// <summary>Decides (认定).</summary>
    public static Decision<EarliestLayoff> Decide(LayoffNoticeFacts facts, PolicyContext policy)
    {
        var days = policy.Get(NoticeDays);
        var earliest = facts.ToldOn.IsProven && days.IsSet ? facts.ToldOn.Value.AddDays(days.Value) : (DateOnly?)null;

        // 5号 18  提前30日向工会或全体职工说明相关情况
        return Decision.On(Name, facts, policy)
            .When(days, Proposition.All(facts.ToldOn.IsEstablished(), earliest is { } day ? facts.PlannedOn.AtLeast(day) : facts.PlannedOn.IsEstablished()))
            .Answering(new EarliestLayoff(earliest));
    }
}
