using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.Verification;

/// <summary>What units reported beside what the register counts (报表与实名库比对): the version that stands is the latest that was not returned.</summary>
internal sealed class RegisterBeside(StatisticsDbContext database)
{
    private const int NewEmployment = (int)ReportKind.NewEmployment;
    private const int Returned = (int)ReportState.Returned;

    private const string Beside = """
        WITH standing AS (
            SELECT DISTINCT ON (report.division) report.division, version.number, version.counted
            FROM unit_report AS report JOIN report_version AS version ON version.report_id = report.id
            WHERE report.period = {0} AND report.kind = {1} AND report.division LIKE {2} AND NOT EXISTS (
                SELECT FROM unit_report_step AS step WHERE step.report_id = version.report_id AND step.version = version.number AND step.state = {3})
            ORDER BY report.division, version.number DESC),
        was AS (SELECT division, number, unnest(counted) AS employment_id FROM standing),
        now AS (SELECT division, employment_id FROM employment_verdict WHERE period = {0} AND division LIKE {2} AND outcome = 'counted'),
        beside AS (
            SELECT coalesce(was.division, now.division) AS division, employment_id, was.employment_id IS NOT NULL AS was, now.employment_id IS NOT NULL AS now
            FROM was FULL JOIN now USING (employment_id))
        """;

    private const string Units = Beside + """

        SELECT coalesce(beside.division, standing.division) AS division, coalesce(standing.number, 0) AS version, count(*) FILTER (WHERE was) AS reported, count(*) FILTER (WHERE now) AS register,
            count(*) FILTER (WHERE now AND NOT was AND standing.number IS NOT NULL) AS entered, count(*) FILTER (WHERE was AND NOT now) AS gone
        FROM beside FULL JOIN standing USING (division) GROUP BY 1, 2 ORDER BY 1
        """;

    private const string Records = Beside + """

        SELECT division, employment_id AS "EmploymentId", now AS entered
        FROM beside JOIN standing USING (division) WHERE was <> now AND (division, employment_id) > ({4}, {5}) ORDER BY 1, 2 LIMIT {6}
        """;

    /// <summary>Unit by unit, in order of division.</summary>
    public async Task<IReadOnlyList<RegisterComparison>> UnitsAsync(string area, string period, CancellationToken cancellation) =>
    [
        .. (await database.Database.SqlQueryRaw<Unit>(Units, period, NewEmployment, $"{area}%", Returned).ToListAsync(cancellation)).Select(unit => new RegisterComparison
        {
            Division = unit.Division, Version = unit.Version, Reported = unit.Reported, Register = unit.Register, Entered = unit.Entered, Left = unit.Gone,
        }),
    ];

    /// <summary>The employments that make the difference of units that reported, in order of division then key.</summary>
    public Task<List<Difference>> DifferencesAsync(string area, string period, (string Division, Guid Id) after, int most, CancellationToken cancellation) =>
        database.Database.SqlQueryRaw<Difference>(Records, period, NewEmployment, $"{area}%", Returned, after.Division, after.Id, most).ToListAsync(cancellation);

    private sealed record Unit(string Division, int Version, long Reported, long Register, long Entered, long Gone);
}

/// <summary>An employment that makes a difference (差异).</summary>
internal sealed record Difference(string Division, Guid EmploymentId, bool Entered);
