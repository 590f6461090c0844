using Wenye.Policy;

namespace Wenye.Statistics.Domain;

/// <summary>The dated parameters of statistics (就业统计参数), by name; values and clauses are in statistics.parameters.yaml.</summary>
public static class StatisticsParameters
{
    /// <summary>Day of the month before on which a period begins (报告期起始日). It ends the day before that of its own month.</summary>
    internal static readonly Parameter<int> PeriodFirstDay = Parameter.Count("statistics.period_first_day", Unit.DayOfMonth);

    /// <summary>Day of the month by which new urban employment is reported (城镇新增就业上报日).</summary>
    internal static readonly Parameter<int> NewEmploymentDueDay = Parameter.Count("statistics.new_employment_due_day", Unit.DayOfMonth);

    /// <summary>Day of the following month by which registered unemployment is reported (登记失业上报日).</summary>
    internal static readonly Parameter<int> UnemploymentDueDay = Parameter.Count("statistics.unemployment_due_day", Unit.DayOfMonth);

    /// <summary>The parameters that ship with the domain (内置参数).</summary>
    public static ParameterSet Shipped { get; } = ParameterSet.Load(typeof(StatisticsParameters).Assembly);
}
