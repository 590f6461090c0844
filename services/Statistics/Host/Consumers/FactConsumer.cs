using MassTransit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Persistence;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Consumers;

/// <summary>Writes each batch of one event's facts and bumps one figure (计数) in one statement; the facts counted before are left out.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
/// <param name="database">Where.</param>
/// <param name="inbox">Names the consumer in the inbox.</param>
/// <param name="table">The facts; its key is the sender's, so that each is written once.</param>
/// <param name="figure">The column of registration_count.</param>
public abstract class FactConsumer<TEvent>(StatisticsDbContext database, string inbox, string table, string figure) : IConsumer<Batch<TEvent>>
    where TEvent : class
{
    /// <summary>Counts the messages of the batch that are new.</summary>
    public Task Consume(ConsumeContext<Batch<TEvent>> context) => context.TakeOnceAsync(database, inbox, CountAsync);

    /// <summary>The facts by column, each named as in the table; division and period are among them.</summary>
    protected abstract NpgsqlParameter[] Columns(IReadOnlyCollection<TEvent> events);

    private Task CountAsync(IReadOnlyCollection<TEvent> events, CancellationToken cancellation)
    {
        var columns = Columns(events);
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
