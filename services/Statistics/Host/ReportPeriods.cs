using Wenye.Policy;
using Wenye.Statistics.Domain;

namespace Wenye.Statistics;

/// <summary>Which report period a day belongs to (统计报表期), as statistics.period decides it.</summary>
internal static class ReportPeriods
{
    /// <summary>The period YYYY-MM of a day in a division; null where no document in force says so.</summary>
    public static string? Of(string division, DateOnly day) => Decide(division, day).Result?.Month.ToString();

    /// <summary>The decision on the period that is named by a month.</summary>
    public static Decision<ReportPeriodDates> Decide(string division, YearMonth period) =>
        Decide(division, ReportPeriod.LastDayOf(period, PolicyOn(division, period.LastDay)));

    private static Decision<ReportPeriodDates> Decide(string division, DateOnly day) =>
        ReportPeriod.Decide(new ReportPeriodFacts { Date = day }, PolicyOn(division, day));

    private static PolicyContext PolicyOn(string division, DateOnly day) => StatisticsParameters.Shipped.At(Division.Parse(division), day);
}
