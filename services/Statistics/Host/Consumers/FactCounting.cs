using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Consumers;

/// <summary>Writes a batch of facts and bumps one figure (计数) in one statement; the facts counted before are left out.</summary>
internal static class FactCounting
{
    /// <summary>Counts inside the caller's transaction.</summary>
    /// <param name="database">Where.</param>
    /// <param name="table">The facts; its key is the sender's, so that each is written once.</param>
    /// <param name="figure">The column of registration_count.</param>
    /// <param name="columns">The facts by column, each named as in the table; division and period are among them.</param>
    /// <param name="cancellation">The delivery's.</param>
    public static Task CountAsync(
        StatisticsDbContext database, string table, string figure, NpgsqlParameter[] columns, CancellationToken cancellation)
    {
        var names = string.Join(", ", columns.Select(column => column.ParameterName));
        var values = string.Join(", ", columns.Select(column => $"@{column.ParameterName}"));

        // Bumped in one order, as RegistrationCounting does.
        var sql = $"""
            WITH fresh AS (
                INSERT INTO {table} ({names}) SELECT * FROM unnest({values}) ON CONFLICT DO NOTHING RETURNING division, period)
            INSERT INTO registration_count AS figure (division, period, {figure})
            SELECT division, period, count(*) FROM fresh WHERE period IS NOT NULL GROUP BY division, period ORDER BY division, period
            ON CONFLICT (division, period) DO UPDATE SET {figure} = figure.{figure} + excluded.{figure}
            """;
        return database.Database.ExecuteSqlRawAsync(sql, columns, cancellation);
    }
}
