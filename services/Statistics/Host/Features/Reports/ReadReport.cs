using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports;

/// <summary>A report as it was read (报表内容).</summary>
/// <param name="Rows">In order of division.</param>
/// <param name="Decisions">Of one row, what its rates were decided on.</param>
/// <param name="Units">How the units in it stand, in order of division.</param>
/// <param name="Missing">Units that are not in the sums.</param>
internal sealed record ReportRead(
    IReadOnlyList<ReportRow> Rows, IReadOnlyList<Decision> Decisions, IReadOnlyList<ReportStatus> Units, IReadOnlyList<string> Missing);

/// <summary>Reads a report, live or as its units reported (读取报表).</summary>
internal sealed class ReadReport(LiveReports live, UnitReports reports, ReportUnits units)
{
    /// <summary>The report of a division.</summary>
    /// <param name="asked">Which.</param>
    /// <param name="period">Its days.</param>
    /// <param name="request">Basis, breakdown and version.</param>
    /// <param name="cancellation">The call's.</param>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND: the unit has no such version.</exception>
    public async Task<ReportRead> ReadAsync(ReportAsked asked, PeriodDays period, GetReportRequest request, CancellationToken cancellation)
    {
        var area = new ReportArea(asked.Division, OwnOnly: false);
        var known = (await reports.InAsync(area, asked.Report.Kind, asked.PeriodText, cancellation)).ToDictionary(report => report.Division);
        if (request.Version > 0)
        {
            var version = await reports.VersionAsync(known.GetValueOrDefault(asked.Division), request.Version, cancellation);
            return Rows(asked, period, await reports.CellsAsync([new(version.ReportId, asked.Division, version.Number)], cancellation), below: false, [], [StatusOf(asked.Division)], []);
        }

        var isLive = request.Basis == ReportBasis.Live;
        var cells = isLive ? await live.ReadAsync(asked.Report, area, period, cancellation) : [];
        var places = isLive
            ? cells.Where(cell => !asked.Report.IsOwn(cell.Measure)).Select(cell => cell.Division)
            : await live.PlacesAsync(asked.Report, area, period, cancellation);
        var expected = units.CountiesOf(asked.Division, period.Days.To).Union(places).Union(known.Keys).Order(StringComparer.Ordinal).ToList();
        var standing = isLive ? [] : await reports.StandingAsync(area, asked, cancellation);
        return Rows(
            asked, period, isLive ? cells : await reports.CellsAsync(standing, cancellation), request.Breakdown == Breakdown.Below,
            standing.Select(version => version.Division), expected.Select(StatusOf), isLive ? [] : expected.Except(standing.Select(version => version.Division)));

        ReportStatus StatusOf(string unit) => units.StatusOf(asked.Report, unit, period, known.GetValueOrDefault(unit));
    }

    private ReportRead Rows(
        ReportAsked asked, PeriodDays period, IReadOnlyList<Cell> cells, bool below, IEnumerable<string> places, IEnumerable<ReportStatus> statuses, IEnumerable<string> missing)
    {
        var rows = new RowLines(asked.Report, period).Of(cells, new(asked.Division, OwnOnly: false), below, places).ToList();
        foreach (var (row, _) in rows)
        {
            row.DivisionTitle = units.TitleOf(row.Division, period.Days.To);
        }

        return new([.. rows.Select(row => row.Row)], rows is [var only] ? only.Decisions : [], [.. statuses], [.. missing]);
    }
}
