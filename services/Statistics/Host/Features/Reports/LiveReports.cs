using System.Data;
using Npgsql;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports;

/// <summary>Reads drafts (实时报表): all of one report from one state of the facts, whatever moves meanwhile.</summary>
internal sealed class LiveReports(NpgsqlDataSource database)
{
    /// <summary>The cells of an area.</summary>
    public Task<IReadOnlyList<Cell>> ReadAsync(StatisticalReport report, ReportArea area, PeriodDays period, CancellationToken cancellation) =>
        InOneStateAsync(area, period, reading => report.ReadAsync(reading, cancellation), cancellation);

    /// <summary>The cells of a unit with the employments behind them.</summary>
    public Task<(IReadOnlyList<Cell> Cells, Guid[] Counted)> ReadUnitAsync(StatisticalReport report, ReportArea unit, PeriodDays period, CancellationToken cancellation) =>
        InOneStateAsync(unit, period, async reading => (await report.ReadAsync(reading, cancellation), await report.CountedAsync(reading, cancellation)), cancellation);

    /// <summary>Places of an area with facts.</summary>
    public Task<IEnumerable<string>> PlacesAsync(StatisticalReport report, ReportArea area, PeriodDays period, CancellationToken cancellation) =>
        InOneStateAsync(area, period, reading => report.PlacesAsync(reading, cancellation), cancellation);

    private async Task<T> InOneStateAsync<T>(ReportArea area, PeriodDays period, Func<Reading, Task<T>> read, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return await read(new(connection, area, period.Month, period.Days));
    }
}
