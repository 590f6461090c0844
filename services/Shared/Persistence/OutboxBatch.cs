using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using Npgsql;

namespace Wenye.Persistence;

/// <summary>Rows of the outbox that one relay holds locked (发件批次), from the taking to the commit that deletes what the broker confirmed.</summary>
/// <remarks>Not cancelled by the host's stop: a batch in hand is finished. Publishing has a time limit of its own.</remarks>
internal sealed class OutboxBatch
{
    private const int Size = 300;
    private static readonly TimeSpan PublishLimit = TimeSpan.FromSeconds(10);

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly List<Row> rows;

    private OutboxBatch(NpgsqlConnection connection, NpgsqlTransaction transaction, List<Row> rows)
    {
        this.connection = connection;
        this.transaction = transaction;
        this.rows = rows;
    }

    public int Count => rows.Count;

    /// <summary>Whether more rows are likely to wait.</summary>
    public bool IsFull => rows.Count == Size;

    /// <summary>Whether the broker, rather than some message, is at fault.</summary>
    public bool BrokerIsAway => rows.Exists(row => row.Error is not null && !row.Unreadable) && !rows.Exists(row => row.Confirmed);

    public string? FirstError => rows.Find(row => row.Error is not null)?.Error;

    public static async Task<OutboxBatch> TakeAsync(NpgsqlConnection connection)
    {
        var opened = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(OutboxSql.Take, connection, opened);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Size });
        await using var reader = await command.ExecuteReaderAsync();
        var taken = new List<Row>();
        while (await reader.ReadAsync())
        {
            taken.Add(new Row(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.GetString(2),
                await reader.IsDBNullAsync(3) ? null : reader.GetString(3),
                await reader.IsDBNullAsync(4) ? null : reader.GetString(4)));
        }

        return new OutboxBatch(connection, opened, taken);
    }

    /// <summary>Publishes all rows at once and waits for the broker's confirms.</summary>
    public async Task PublishAsync(IBus bus, OutboxTelemetry telemetry)
    {
        if (rows.Count == 0)
            return;
        using var limit = new CancellationTokenSource(PublishLimit);
        await Task.WhenAll(rows.Select(row => PublishAsync(row, bus, limit.Token)));
        telemetry.Published.Add(rows.Count(row => row.Confirmed));
        telemetry.Failed.Add(rows.Count(row => !row.Confirmed));
    }

    /// <summary>Deletes what was confirmed and postpones what failed alone, in the transaction that holds the rows.</summary>
    public async Task SettleAsync()
    {
        await using (transaction)
        {
            var confirmed = rows.Where(row => row.Confirmed).Select(row => row.MessageId).ToArray();
            if (confirmed.Length > 0)
                await ExecuteAsync(OutboxSql.Delete, new NpgsqlParameter<Guid[]> { TypedValue = confirmed });
            // With the broker away every message fails; to postpone them would only delay them after its return.
            var failed = rows.Where(row => row.Unreadable || (row.Error is not null && !BrokerIsAway)).ToArray();
            if (failed.Length > 0)
            {
                await ExecuteAsync(
                    OutboxSql.Postpone,
                    new NpgsqlParameter<Guid[]> { TypedValue = [.. failed.Select(row => row.MessageId)] },
                    new NpgsqlParameter<string[]> { TypedValue = [.. failed.Select(row => row.Error!)] });
            }

            await transaction.CommitAsync();
        }
    }

    private static async Task PublishAsync(Row row, IBus bus, CancellationToken limit)
    {
        using var activity = OutboxTelemetry.Continue(row.Traceparent, row.Tracestate);
        try
        {
            var type = Type.GetType(row.Type, throwOnError: true)!;
            var evt = JsonSerializer.Deserialize(row.Body, type) ?? throw new JsonException("The body is null.");
            await bus.Publish(evt, type, publish => Address(publish, row.MessageId), limit);
            row.Confirmed = true;
        }
        catch (Exception failure)
        {
            row.Unreadable = failure is JsonException or TypeLoadException or FileNotFoundException or NotSupportedException;
            // The type only: a message may quote the event.
            row.Error = failure.GetType().Name;
            activity?.SetStatus(ActivityStatusCode.Error, row.Error);
        }
    }

    private static void Address(PublishContext publish, Guid messageId)
    {
        publish.MessageId = messageId;
        // The broker confirms an event that no queue takes, and drops it: when the consumer has never been started, say.
        // Mandatory, it comes back as an error and waits in the outbox.
        if (publish.TryGetPayload(out RabbitMqSendContext? rabbit))
            rabbit.Mandatory = true;
    }

    private async Task ExecuteAsync(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Row(Guid MessageId, string Type, string Body, string? Traceparent, string? Tracestate)
    {
        public bool Confirmed { get; set; }

        /// <summary>This message cannot be published whatever the broker does.</summary>
        public bool Unreadable { get; set; }

        public string? Error { get; set; }
    }
}
