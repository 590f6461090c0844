using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using NpgsqlTypes;

namespace Wenye.Persistence;

/// <summary>Which messages a consumer has taken already (收件箱), so that a redelivery has no second effect.</summary>
public static class Inbox
{
    // Ids go in sorted: two consumers with overlapping batches then wait for each other instead of deadlocking.
    private const string Claim =
        """
        insert into inbox (consumer, message_id)
        select $1, id from (select distinct unnest($2) as id order by 1) as ids
        on conflict do nothing
        returning message_id
        """;

    /// <summary>Claims messages (认领消息) and returns the ids that this consumer has not seen before, in no order.</summary>
    /// <param name="context">Has an open transaction: the claim stands only if the consumer's effects commit with it.</param>
    /// <param name="consumer">Name of the consumer within the service; never changed once in use.</param>
    /// <param name="messageIds">May hold an id twice; it is returned once.</param>
    /// <param name="cancellationToken">Cancels the wait for a concurrent claim of the same ids.</param>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public static async Task<IReadOnlySet<Guid>> ClaimAsync(
        ServiceDbContext context, string consumer, IReadOnlyList<Guid> messageIds, CancellationToken cancellationToken)
    {
        if (context.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Claim messages inside the transaction that holds their effects.");
        return await ClaimAsync((NpgsqlConnection)context.Database.GetDbConnection(), consumer, messageIds, cancellationToken);
    }

    /// <summary>The same on a bare connection (直连认领), for consumers that work with COPY or set-based SQL.</summary>
    /// <param name="connection">Open and inside a transaction.</param>
    /// <param name="consumer">As above.</param>
    /// <param name="messageIds">As above.</param>
    /// <param name="cancellationToken">As above.</param>
    public static async Task<IReadOnlySet<Guid>> ClaimAsync(
        NpgsqlConnection connection, string consumer, IReadOnlyList<Guid> messageIds, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Claim, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = consumer });
        command.Parameters.Add(new NpgsqlParameter { Value = messageIds.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var claimed = new HashSet<Guid>(messageIds.Count);
        while (await reader.ReadAsync(cancellationToken))
            claimed.Add(reader.GetGuid(0));
        return claimed;
    }
}

/// <summary>A message that a consumer has taken (已收消息).</summary>
internal sealed class InboxEntry
{
    public string Consumer { get; private init; } = "";

    public Guid MessageId { get; private init; }

    public DateTimeOffset ReceivedAt { get; private init; }

    public static void Map(EntityTypeBuilder<InboxEntry> table)
    {
        table.ToTable("inbox").HasKey(entry => new { entry.Consumer, entry.MessageId });
        table.Property(entry => entry.ReceivedAt).HasDefaultValueSql("now()");
    }
}
