using Google.Protobuf.WellKnownTypes;
using Wenye.CodeTables;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data.Reports;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports;

/// <summary>The units that report (填报单位) and how they stand.</summary>
/// <remarks>Every county of the code table reports, also when it has nothing to report; besides them whatever place has facts or a report.</remarks>
internal sealed class ReportUnits(ICodeTableSource tables, ReportDueDays dueDays, TimeProvider time)
{
    private const string Divisions = "AAB301";

    /// <summary>Counties of a division on a day (所辖县区).</summary>
    public IEnumerable<string> CountiesOf(string division, DateOnly on)
    {
        var range = DivisionRange.Of(division);
        return tables.Current.Search(Divisions, range.From, "", on).Select(entry => entry.Code)
            .Where(code => string.CompareOrdinal(code, range.From) >= 0 && string.CompareOrdinal(code, range.To) < 0)
            .Where(code => Division.TryParse(code, out var place) && place.Level == DivisionLevel.District);
    }

    /// <summary>The name of a division (区划名称); empty where the table has none.</summary>
    public string TitleOf(string division, DateOnly on) => tables.Current.Lookup(Divisions, division, on)?.Label ?? "";

    /// <summary>How a unit's report stands (报表状态).</summary>
    /// <param name="report">Which kind.</param>
    /// <param name="division">The unit.</param>
    /// <param name="period">Of which period.</param>
    /// <param name="known">What it submitted; null: nothing yet.</param>
    public ReportStatus StatusOf(StatisticalReport report, string division, PeriodDays period, UnitReport? known)
    {
        var state = known?.State ?? ReportState.Draft;
        var due = dueDays.Of(report, division, period);
        return new ReportStatus
        {
            Kind = report.Kind,
            Division = division,
            DivisionTitle = TitleOf(division, period.Days.To),
            Period = period.Month.ToString(),
            State = state,
            Version = known?.Version ?? 0,
            Hash = known?.Hash ?? "",
            Due = due?.ToContract(),
            SubmittedAt = known?.SubmittedAt?.ToTimestamp(),
            Overdue = due is { } day && ChinaTime.Today(time) > day && ReportTurns.IsOnItsWay(division, state),
            SubmittedLate = due is { } last && known?.FirstSubmittedAt is { } first && ChinaTime.DayOf(first) > last,
            WaitingFor = ReportTurns.WaitingFor(division, state),
            Reason = known?.Reason ?? "",
        };
    }
}
