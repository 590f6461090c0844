using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Reports;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports;

/// <summary>A unit with the version of its report that stands (现行版本): the latest that was not returned.</summary>
internal sealed record StandingVersion(Guid ReportId, string Division, int Number);

/// <summary>Finds what units reported (查询已报报表).</summary>
internal sealed class UnitReports(StatisticsDbContext database)
{
    private const string Standing = """
        SELECT r.id AS "ReportId", r.division, max(v.number) AS number
        FROM unit_report AS r JOIN report_version AS v ON v.report_id = r.id
        WHERE r.period = {0} AND r.kind = {1} AND r.division >= {2} AND r.division < {3} AND NOT EXISTS (
            SELECT FROM unit_report_step AS s WHERE s.report_id = v.report_id AND s.version = v.number AND s.state = {4})
        GROUP BY r.id, r.division ORDER BY r.division
        """;

    private const string Lines = """
        SELECT v.division, l.measure, l.dimension, l.key, l.value
        FROM unnest({0}, {1}, {2}) AS v (report_id, division, number) JOIN report_line AS l ON l.report_id = v.report_id AND l.number = v.number
        """;

    /// <summary>The reports of a kind and period in an area, in order of division.</summary>
    public Task<List<UnitReport>> InAsync(ReportArea area, ReportKind kind, string period, CancellationToken cancellation) => database.Set<UnitReport>().AsNoTracking()
        .Where(report => report.Period == period && report.Kind == kind && string.Compare(report.Division, area.From) >= 0 && string.Compare(report.Division, area.To) < 0)
        .OrderBy(report => report.Division).ToListAsync(cancellation);

    /// <summary>A unit's report with its steps; null: it submitted none.</summary>
    public Task<UnitReport?> FindAsync(ReportAsked asked, CancellationToken cancellation) => database.Set<UnitReport>().AsNoTracking()
        .Include(report => report.Steps.OrderBy(step => step.Sequence))
        .SingleOrDefaultAsync(report => report.Period == asked.PeriodText && report.Kind == asked.Report.Kind && report.Division == asked.Division, cancellation);

    /// <summary>A unit's report under its lock in the open transaction, with its steps; made if there is none yet.</summary>
    public async Task<UnitReport> HoldAsync(ReportAsked asked, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO unit_report (id, kind, division, period, state, version, hash, reason)
            VALUES ({Guid.CreateVersion7()}, {(int)asked.Report.Kind}, {asked.Division}, {asked.PeriodText}, {(int)ReportState.Draft}, 0, '', '') ON CONFLICT DO NOTHING
            """,
            cancellation);
        var report = await database.Set<UnitReport>()
            .FromSql($"SELECT * FROM unit_report WHERE period = {asked.PeriodText} AND kind = {(int)asked.Report.Kind} AND division = {asked.Division} FOR UPDATE")
            .SingleAsync(cancellation);
        await database.Entry(report).Collection(one => one.Steps).Query().OrderBy(step => step.Sequence).LoadAsync(cancellation);
        return report;
    }

    /// <summary>The versions that stand in an area.</summary>
    public Task<List<StandingVersion>> StandingAsync(ReportArea area, ReportAsked asked, CancellationToken cancellation) => database.Database
        .SqlQueryRaw<StandingVersion>(Standing, asked.PeriodText, (int)asked.Report.Kind, area.From, area.To, (int)ReportState.Returned).ToListAsync(cancellation);

    /// <summary>The cells of versions (已报单元), each of its unit.</summary>
    public async Task<IReadOnlyList<Cell>> CellsAsync(IReadOnlyList<StandingVersion> versions, CancellationToken cancellation)
    {
        var lines = await database.Database.SqlQueryRaw<StoredCell>(
            Lines, versions.Select(version => version.ReportId).ToArray(), versions.Select(version => version.Division).ToArray(),
            versions.Select(version => version.Number).ToArray()).ToListAsync(cancellation);
        return [.. lines.Select(line => new Cell(line.Division, line.Measure, line.Dimension, line.Key, line.Value))];
    }

    /// <summary>A version of a unit's report (某一版本).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND.</exception>
    public async Task<FrozenVersion> VersionAsync(UnitReport? report, int number, CancellationToken cancellation) => report is null
        ? throw NoVersion()
        : await database.Set<FrozenVersion>().AsNoTracking().SingleOrDefaultAsync(version => version.ReportId == report.Id && version.Number == number, cancellation)
            ?? throw NoVersion();

    private static Grpc.Core.RpcException NoVersion() => RpcErrors.NotFound("REPORT_VERSION_NOT_FOUND", "该单位没有这一版本的报表，请核对");

    private sealed record StoredCell(string Division, string Measure, string Dimension, string Key, decimal Value);
}
