using Wenye.Policy;
using Wenye.Statistics.Domain;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports;

/// <summary>A period with its days (报告期).</summary>
/// <param name="Month">The month that names it.</param>
/// <param name="Days">First and last day.</param>
internal sealed record PeriodDays(YearMonth Month, DateRange Days)
{
    /// <summary>The days of a period (起止日); null where no document cuts periods like this.</summary>
    public static PeriodDays? Of(StatisticalReport report, string division, YearMonth month) =>
        !report.IsByReportPeriod ? new(month, new(month.FirstDay, month.LastDay))
        : ReportPeriods.Decide(division, month).Result is { } dates ? new(month, dates.Days)
        : null;

    /// <summary>As statistics.period decides, with the days on which reports are due (上报日); null where no document sets them.</summary>
    public ReportPeriodDates? Dates(string division) => ReportPeriods.Decide(division, Month).Result;
}
