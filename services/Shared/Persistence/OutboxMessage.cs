using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using NpgsqlTypes;

namespace Wenye.Persistence;

/// <summary>An event that waits to be published (待发事件).</summary>
internal sealed class OutboxMessage
{
    /// <summary>UUIDv7, so that keys follow time; it becomes the message id, by which consumers know a repeat.</summary>
    public Guid MessageId { get; private init; }

    /// <summary>"Full.Name, Assembly" of the event record.</summary>
    public string Type { get; private init; } = "";

    public string Body { get; private init; } = "";

    /// <summary>W3C trace context of the call that caused the event.</summary>
    public string? Traceparent { get; private init; }

    public string? Tracestate { get; private init; }

    /// <summary>By the database's clock, which all replicas share.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    public int Attempts { get; private init; }

    /// <summary>Set after a failure of this message alone; the relay leaves it until then.</summary>
    public DateTimeOffset? NotBefore { get; private init; }

    public string? LastError { get; private init; }

    public static OutboxMessage Of<TEvent>(TEvent evt)
        where TEvent : class
    {
        var type = typeof(TEvent);
        return new OutboxMessage
        {
            MessageId = Guid.CreateVersion7(),
            Type = $"{type.FullName}, {type.Assembly.GetName().Name}",
            Body = JsonSerializer.Serialize(evt),
            Traceparent = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null,
            Tracestate = Activity.Current?.TraceStateString,
        };
    }

    /// <summary>Sends messages by binary COPY (批量写入); what the database gives is left to it.</summary>
    public static async Task CopyAsync(NpgsqlConnection connection, IEnumerable<OutboxMessage> messages, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync("COPY outbox (message_id, type, body, traceparent, tracestate) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var message in messages)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(message.MessageId, NpgsqlDbType.Uuid, cancellation);
            await copy.WriteAsync(message.Type, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(message.Body, NpgsqlDbType.Json, cancellation);
            await copy.WriteAsync(message.Traceparent, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(message.Tracestate, NpgsqlDbType.Text, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    public static void Map(EntityTypeBuilder<OutboxMessage> table)
    {
        table.ToTable("outbox").HasKey(message => message.MessageId);
        table.Property(message => message.MessageId).ValueGeneratedNever();
        table.Property(message => message.Body).HasColumnType("json");
        table.Property(message => message.CreatedAt).HasDefaultValueSql("now()");
        table.Property(message => message.Attempts).HasDefaultValue(0);
    }
}
