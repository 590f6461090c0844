using Wenye.Policy;

namespace Wenye.Statistics.Domain;

/// <summary>What statistics.period looks at (报告期的事实).</summary>
public sealed record ReportPeriodFacts : IFacts
{
    /// <summary>A day whose report period is asked for (日期).</summary>
    public Fact<DateOnly> Date { get; init => field = value.Named("date"); } = Fact.Unproven<DateOnly>("date");

    /// <summary>Reads the facts by name (读取).</summary>
    public static ReportPeriodFacts Read(FactSet given) => new() { Date = given.Day("date") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Date.Recorded];
}

/// <summary>A report period (报告期) and by when its reports are due.</summary>
/// <param name="Month">The month that names the period (报告期).</param>
/// <param name="Days">First and last day, both included (起止日).</param>
/// <param name="NewEmploymentDue">By when new urban employment is reported (城镇新增就业上报日).</param>
/// <param name="UnemploymentDue">By when registered unemployment is reported (登记失业上报日); null for periods before the monthly report.</param>
public sealed record ReportPeriodDates(YearMonth Month, DateRange Days, DateOnly NewEmploymentDue, DateOnly? UnemploymentDue) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        yield return new("period", PolicyValue.Of(Month));
        yield return new("from", PolicyValue.Of(Days.From));
        yield return new("to", PolicyValue.Of(Days.To));
        yield return new("new_employment_due", PolicyValue.Of(NewEmploymentDue));
        if (UnemploymentDue is { } due)
        {
            yield return new("unemployment_due", PolicyValue.Of(due));
        }
    }
}

/// <summary>Which report period does a day belong to, and when are its reports due (报告期)?</summary>
public static class ReportPeriod
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.period";

    /// <summary>Decides (认定).</summary>
    public static Decision<ReportPeriodDates> Decide(ReportPeriodFacts facts, PolicyContext policy)
    {
        var firstDay = policy.Get(StatisticsParameters.PeriodFirstDay);
        var newEmploymentDay = policy.Get(StatisticsParameters.NewEmploymentDueDay);
        var month = facts.Date.IsProven && firstDay.IsSet ? MonthOf(facts.Date.Value, firstDay.Value) : default;
        var unemploymentDay = MonthlyUnemploymentDay(facts.Date.IsProven && firstDay.IsSet ? month : null, policy);

        // 95号 附件二  本通知所指报告期为上月21日至本月20日
        var examined = Decision.On(Name, facts, policy)
            .When(firstDay, facts.Date.IsEstablished())

            // 95号 附件二  各市于每月29日前将核查后的数据上报
            .And(newEmploymentDay, facts.Date.IsEstablished());

        // 79号 三(九)  10月起，城镇登记失业人员情况试行月度统计…报送时间为每月月初3日内，第一次上报日期为10月9日前
        if (unemploymentDay is not null)
        {
            examined = examined.And(unemploymentDay, facts.Date.IsEstablished());
        }

        return examined.Grant(() => new ReportPeriodDates(
            month,
            DaysOf(month, firstDay.Value),
            month.Day(newEmploymentDay.Value),
            unemploymentDay is null ? null : month.AddMonths(1).Day(unemploymentDay.Value)));
    }

    /// <summary>The period that a day belongs to (所属报告期): from <paramref name="firstDay"/> on it is next month's.</summary>
    public static YearMonth MonthOf(DateOnly day, int firstDay) => YearMonth.Of(day).AddMonths(day.Day >= firstDay ? 1 : 0);

    /// <summary>First and last day of a period (报告期起止日).</summary>
    public static DateRange DaysOf(YearMonth month, int firstDay) => new(month.AddMonths(-1).Day(firstDay), month.Day(firstDay - 1));

    /// <summary>The last day of the period that a month names (报告期截止日).</summary>
    /// <param name="month">The month.</param>
    /// <param name="policy">The rules in force at the month's end.</param>
    /// <returns>The month's end where no rule says how periods are cut: on that day the decision tells what is missing.</returns>
    public static DateOnly LastDayOf(YearMonth month, PolicyContext policy) =>
        policy.Get(StatisticsParameters.PeriodFirstDay) is { IsSet: true } firstDay ? DaysOf(month, firstDay.Value).To : month.LastDay;

    /// <summary>The rule for the month in which the period's report falls; null when none was in force by then.</summary>
    private static Dated<int>? MonthlyUnemploymentDay(YearMonth? month, PolicyContext policy)
    {
        var reported = month is { } period ? policy.On(period.AddMonths(1).FirstDay) : policy;
        var day = reported.Get(StatisticsParameters.UnemploymentDueDay);
        return day.IsSet ? day : null;
    }
}
