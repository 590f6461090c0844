using Wenye.Policy;

namespace Wenye.Statistics.Domain;

/// <summary>The decisions of statistics by name (就业统计决定事项), for cases, replay and services.</summary>
public static class StatisticsPrograms
{
    /// <summary>Every program (全部事项).</summary>
    public static IReadOnlyList<PolicyProgram> All { get; } = [PolicyProgram.Of(ReportPeriod.Name, ReportPeriodFacts.Read, ReportPeriod.Decide)];
}
