using MassTransit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Persistence;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Consumers;

/// <summary>Writes each batch of one event's facts and raises its figures (计数) in one statement; the facts counted before are left out.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
/// <param name="database">Where.</param>
/// <param name="inbox">Names the consumer in the inbox.</param>
/// <param name="table">The facts; its key is the sender's, so that each is written once.</param>
/// <param name="figures">What they raise; a fact without one of the key's columns is in no figure.</param>
public abstract class FactConsumer<TEvent>(StatisticsDbContext database, string inbox, string table, Figures figures) : IConsumer<Batch<TEvent>>
    where TEvent : class
{
    /// <summary>Counts the messages of the batch that are new.</summary>
    public Task Consume(ConsumeContext<Batch<TEvent>> context) => context.TakeOnceAsync(database, inbox, CountAsync);

    /// <summary>The facts by column, each named as in the table; those of the figures' key are among them.</summary>
    protected abstract NpgsqlParameter[] Columns(IReadOnlyCollection<TEvent> events);

    /// <summary>People whose employments are to be judged again (待认定人员); none where the facts do not bear on that.</summary>
    protected virtual IEnumerable<Guid> People(IReadOnlyCollection<TEvent> events) => [];

    private async Task CountAsync(IReadOnlyCollection<TEvent> events, CancellationToken cancellation)
    {
        var columns = Columns(events);
        var names = string.Join(", ", columns.Select(column => column.ParameterName));
        var values = string.Join(", ", columns.Select(column => $"@{column.ParameterName}"));
        var raised = string.Join(", ", figures.Raised.Select(figure => figure.Column));
        var sums = string.Join(", ", figures.Raised.Select(figure => figure.Sum));
        var raise = string.Join(", ", figures.Raised.Select(figure => $"{figure.Column} = figure.{figure.Column} + excluded.{figure.Column}"));

        // Raised in one order, as RegistrationCounting does. A row is not null when none of its columns is.
        var sql = $"""
            WITH fresh AS (INSERT INTO {table} ({names}) SELECT * FROM unnest({values}) ON CONFLICT DO NOTHING RETURNING *)
            INSERT INTO {figures.Table} AS figure ({figures.Key}, {raised})
            SELECT {figures.Key}, {sums} FROM fresh WHERE ({figures.Key}) IS NOT NULL GROUP BY {figures.Key} ORDER BY {figures.Key}
            ON CONFLICT ({figures.Key}) DO UPDATE SET {raise}
            """;
        await database.Database.ExecuteSqlRawAsync(sql, columns, cancellation);
        await database.AskToJudgeAsync([.. People(events)], cancellation);
    }
}
