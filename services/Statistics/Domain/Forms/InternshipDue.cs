using Wenye.Policy;

namespace Wenye.Statistics.Domain.Forms;

/// <summary>What statistics.internship_due looks at (见习汇总表上报期限的事实).</summary>
public sealed record InternshipDueFacts : IFacts
{
    /// <summary>The month reported on (统计周期).</summary>
    public Fact<YearMonth> Month { get; init => field = value.Named("month"); } = Fact.Unproven<YearMonth>("month");

    /// <summary>Reads the facts by name (读取).</summary>
    public static InternshipDueFacts Read(FactSet given) => new() { Month = given.Month("month") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Month.Recorded];
}

/// <summary>By when a report is in (上报日).</summary>
/// <param name="Due">The last day.</param>
public sealed record ReportDue(DateOnly Due) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("due", PolicyValue.Of(Due))];
}

/// <summary>By when is the internship form reported (见习汇总表上报日)? The form's own note, which is never later than the notice's five working days.</summary>
public static class InternshipDue
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.internship_due";

    private static readonly Parameter<int> DueDay = Parameter.Count("statistics.internship_due_day", Unit.DayOfMonth);

    /// <summary>Decides (认定).</summary>
    public static Decision<ReportDue> Decide(InternshipDueFacts facts, PolicyContext policy)
    {
        var day = policy.Get(DueDay);
        var before = facts.Month.IsProven && day.IsSet
            ? Fact.Known(facts.Month.Name, facts.Month.Value.AddMonths(1).Day(day.Value).AddDays(-1))
            : Fact.Unproven<DateOnly>(facts.Month.Name);
        var due = policy.Calendar.Due(before, 1);

        // 66号 附件1  本表于每月5日内上报，遇节假日顺延
        return Decision.On(Name, facts, policy).When(day, due.IsEstablished()).Grant(() => new ReportDue(due.Value));
    }
}
