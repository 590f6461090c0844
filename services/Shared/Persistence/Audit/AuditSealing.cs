using System.Data;
using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Events.Audit.V1;

namespace Wenye.Persistence;

/// <summary>Seals the entries that were committed since the last seal (封存), in one transaction, and tells the head to the other services.</summary>
/// <remarks>
/// One replica at a time. A seal keeps the snapshot in which it was made: what is committed now and was not then is what the next seal
/// takes, whatever transactions are open, so none is left out and none taken twice. Two that raced would make the same number.
/// </remarks>
internal sealed class AuditSealing(NpgsqlDataSource database, AuditKeys keys, AuditTrail trail, AuditOptions options, TimeProvider clock)
{
    // How often within the interval it is looked whether there is a head to tell.
    private const int LooksToTell = 4;


    private const string Last = ServiceDatabase.Untraced + """
        SELECT pg_try_advisory_xact_lock(hashtextextended('wenye.audit', 0)), clock_timestamp(), pg_current_snapshot()::text,
            coalesce(pg_snapshot_xmax(seal.snapshot::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()), false),
            pg_snapshot_xmax(pg_current_snapshot())::text,
            seal.number, seal.first_seq + cardinality(seal.entries), seal.head, seal.snapshot, seal.restored_up_to
        FROM (SELECT) AS one LEFT JOIN LATERAL (SELECT * FROM audit_seal ORDER BY number DESC LIMIT 1) AS seal ON true
        """;

    private const string Add = ServiceDatabase.Untraced + """
        INSERT INTO audit_seal (number, first_seq, entries, leaves, previous, head, snapshot, restored_up_to, sealed_at, mac)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    // An anchor is no reason to tell: services would answer each other for ever.
    private const string ToTell = ServiceDatabase.Untraced + """
        SELECT seal.number, seal.first_seq + cardinality(seal.entries) - 1, seal.head
        FROM (SELECT * FROM audit_seal ORDER BY number DESC LIMIT 1) AS seal
        WHERE coalesce((SELECT told_at FROM audit_telling ORDER BY number DESC LIMIT 1) <= now() - $1, true)
            AND EXISTS (
                SELECT FROM audit_seal AS untold CROSS JOIN unnest(untold.entries) AS id JOIN audit_entry AS entry USING (id)
                WHERE untold.number > coalesce((SELECT max(number) FROM audit_telling), 0) AND entry.body ->> 'kind' <> 'anchor')
        """;

    private long lookedToTell = clock.GetTimestamp();

    /// <summary>Seals once (封存一次).</summary>
    /// <returns>How many entries.</returns>
    public async Task<long> SealAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        if (await BeginAsync(connection, cancellation) is not { } state)
        {
            return 0;
        }

        var sealedEntries = 0L;
        var restored = state.IsRestored ? await RestoredUpToAsync(connection, state, cancellation) : state.RestoredUpTo;
        foreach (var (ids, leaves) in await UnsealedAsync(connection, state, restored, cancellation))
        {
            state = await AddAsync(connection, state with { RestoredUpTo = restored }, ids, leaves, cancellation);
            sealedEntries += ids.Count;
        }

        if (clock.GetElapsedTime(lookedToTell) >= options.AnchorEvery / LooksToTell)
        {
            await TellAsync(connection, cancellation);
            lookedToTell = clock.GetTimestamp();
        }

        await transaction.CommitAsync(cancellation);
        return sealedEntries;
    }

    private static async Task<State?> BeginAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Last, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        var now = row.GetFieldValue<DateTimeOffset>(1);
        return !row.GetBoolean(0) ? null
            : await row.IsDBNullAsync(5, cancellation) ? new(now, row.GetString(2), row.GetString(4), IsRestored: false, 0, 1, AuditChain.Beginning, LastSnapshot: null, null)
            : new(
                now, row.GetString(2), row.GetString(4), row.GetBoolean(3), row.GetInt64(5), row.GetInt64(6), row.GetFieldValue<byte[]>(7), row.GetString(8),
                await row.IsDBNullAsync(9, cancellation) ? null : row.GetGuid(9));
    }

    // A database restored into another server counts its transactions from elsewhere: what came with it has numbers that are still to come.
    private static async Task<Guid?> RestoredUpToAsync(NpgsqlConnection connection, State state, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT id FROM audit_entry WHERE xact >= '{state.Xmax}'::xid8 ORDER BY id DESC LIMIT 1", connection);
        return await command.ExecuteScalarAsync(cancellation) as Guid? ?? state.RestoredUpTo;
    }

    // COPY takes no parameters: what stands in its place comes from the database and is a snapshot or a UUID.
    private static async Task<List<(List<Guid> Ids, List<byte> Leaves)>> UnsealedAsync(
        NpgsqlConnection connection, State state, Guid? restored, CancellationToken cancellation)
    {
        var which = state switch
        {
            { LastSnapshot: null } => "true",
            { IsRestored: true } => "id NOT IN (SELECT unnest(entries) FROM audit_seal)",
            { LastSnapshot: var last } => $"xact >= pg_snapshot_xmin('{last}') AND NOT pg_visible_in_snapshot(xact, '{last}')" + (restored is { } upTo ? $" AND id > '{upTo}'" : ""),
        };
        await using var copy = await connection.BeginRawBinaryCopyAsync(
            $"COPY (SELECT {AuditRows.Columns} FROM audit_entry WHERE {which} ORDER BY id) TO STDOUT (FORMAT BINARY)", cancellation);
        var rows = new AuditRows(copy);
        var parts = new List<(List<Guid> Ids, List<byte> Leaves)>();
        while (await rows.ReadAsync(cancellation))
        {
            if (parts is [] || parts[^1].Ids.Count == AuditChain.MostSealed)
            {
                parts.Add(([], []));
            }

            parts[^1].Ids.Add(rows.Current.Id);
            parts[^1].Leaves.AddRange(rows.Leaf);
        }

        return parts;
    }

    private async Task<State> AddAsync(NpgsqlConnection connection, State state, List<Guid> ids, List<byte> leaves, CancellationToken cancellation)
    {
        byte[] all = [.. leaves];
        var unsigned = new AuditSeal
        {
            Number = state.Number + 1, FirstSeq = state.NextSeq, Entries = [.. ids], Leaves = all, Previous = state.Head, Head = AuditChain.Head(state.Head, all),
            Snapshot = state.Snapshot, RestoredUpTo = state.RestoredUpTo, SealedAt = state.Now, Mac = [],
        };
        await using var add = new NpgsqlCommand(Add, connection)
        {
            Parameters =
            {
                new() { Value = unsigned.Number }, new() { Value = unsigned.FirstSeq }, new() { Value = unsigned.Entries }, new() { Value = all },
                new() { Value = unsigned.Previous }, new() { Value = unsigned.Head }, new() { Value = unsigned.Snapshot },
                new() { Value = (object?)unsigned.RestoredUpTo ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new() { Value = unsigned.SealedAt.ToUniversalTime() }, new() { Value = keys.Sign(AuditChain.Signed(unsigned)) },
            },
        };
        await add.ExecuteNonQueryAsync(cancellation);
        return state with { Number = unsigned.Number, NextSeq = unsigned.FirstSeq + ids.Count, Head = unsigned.Head };
    }

    private async Task TellAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand(ToTell, connection) { Parameters = { new() { Value = options.AnchorEvery } } };
        AuditHeadTold told;
        await using (var row = await ask.ExecuteReaderAsync(cancellation))
        {
            if (!await row.ReadAsync(cancellation))
            {
                return;
            }

            told = new() { Service = trail.Service, Number = row.GetInt64(0), Seq = row.GetInt64(1), Head = Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2)) };
        }

        await using var note = new NpgsqlCommand(ServiceDatabase.Untraced + "INSERT INTO audit_telling (number) VALUES ($1)", connection)
        {
            Parameters = { new() { Value = told.Number } },
        };
        await note.ExecuteNonQueryAsync(cancellation);
        await OutboxMessage.CopyAsync(connection, [OutboxMessage.Of(told)], cancellation);
    }

    private sealed record State(
        DateTimeOffset Now, string Snapshot, string Xmax, bool IsRestored, long Number, long NextSeq, byte[] Head, string? LastSnapshot, Guid? RestoredUpTo);
}
