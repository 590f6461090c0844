using System.Data;
using System.Text;
using Npgsql;

namespace Wenye.Persistence;

/// <summary>Verifies a service's chain (核验审计链): every entry, every seal and their order, as of one moment, in one pass over both.</summary>
public sealed class AuditVerification(NpgsqlDataSource database, AuditKeys keys, AuditTrail trail)
{
    private const string Seals =
        "SELECT number, first_seq, entries, leaves, previous, head, snapshot, restored_up_to, sealed_at, mac FROM audit_seal ORDER BY number";

    /// <summary>Verifies it (核验).</summary>
    /// <param name="anchored">Is given every head of another service that this chain holds.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<AuditFindings> RunAsync(Func<AuditHead, Task> anchored, CancellationToken cancellation)
    {
        await using var seals = await database.OpenConnectionAsync(cancellation);
        await using var entries = await database.OpenConnectionAsync(cancellation);
        await using var moment = await seals.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using var shared = await entries.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using (var export = new NpgsqlCommand("SELECT pg_export_snapshot()", seals))
        {
            var snapshot = (string)(await export.ExecuteScalarAsync(cancellation))!;
            await using var import = new NpgsqlCommand($"SET TRANSACTION SNAPSHOT '{snapshot}'", entries);
            await import.ExecuteNonQueryAsync(cancellation);
        }

        var walk = new AuditWalk(keys, trail.Service);
        await UnguardedAsync(seals, walk, cancellation);
        var last = await WalkAsync(seals, entries, walk, anchored, cancellation);
        await SwappedAsync(seals, walk, cancellation);
        await UnsealedAsync(seals, walk, last, cancellation);
        return walk.Findings();
    }

    /// <summary>Whether heads that others were told stand in this chain (核对锚定).</summary>
    /// <returns>Those that do not: the chain ends before, or has another head there.</returns>
    public async Task<IReadOnlyList<AuditFault>> CheckAsync(IReadOnlyList<(long Number, long Seq, string Head)> told, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT number, encode(head, 'hex'), (SELECT max(number) FROM audit_seal) FROM audit_seal WHERE number = ANY($1)");
        command.Parameters.Add(new() { Value = told.Select(one => one.Number).Distinct().ToArray() });
        var heads = new Dictionary<long, string>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            heads[rows.GetInt64(0)] = rows.GetString(1);
        }

        return
        [
            .. from one in told
               where heads.GetValueOrDefault(one.Number) != one.Head
               orderby one.Number
               select new AuditFault(heads.ContainsKey(one.Number) ? AuditFaultKind.Altered : AuditFaultKind.Truncated, one.Seq, $"seal {one.Number}"),
        ];
    }

    private static async Task UnguardedAsync(NpgsqlConnection connection, AuditWalk walk, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(AuditGuard.Missing, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            walk.Fault(AuditFaultKind.Unguarded, 0, rows.GetString(0));
        }
    }

    private static async Task<AuditSeal?> WalkAsync(
        NpgsqlConnection seals, NpgsqlConnection entries, AuditWalk walk, Func<AuditHead, Task> anchored, CancellationToken cancellation)
    {
        await using var copy = await entries.BeginRawBinaryCopyAsync(
            $"COPY (SELECT {AuditRows.Columns} FROM audit_entry ORDER BY id) TO STDOUT (FORMAT BINARY)", cancellation);
        var rows = new AuditRows(copy);
        await using var command = new NpgsqlCommand(Seals, seals);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        AuditSeal? last = null;
        while (await reader.ReadAsync(cancellation))
        {
            last = Read(reader);
            walk.Enter(last);
            foreach (var id in last.Entries)
            {
                // Entries come in the order of their ids: one that is passed is not there.
                while (!walk.Has(id) && walk.MayFollow(id) && await TakeAsync(rows, walk, anchored, cancellation))
                {
                }

                walk.Claim(id);
            }
        }

        while (await TakeAsync(rows, walk, anchored, cancellation))
        {
        }

        return last;
    }

    private static async ValueTask<bool> TakeAsync(AuditRows rows, AuditWalk walk, Func<AuditHead, Task> anchored, CancellationToken cancellation)
    {
        if (!await rows.ReadAsync(cancellation))
        {
            walk.End();
            return false;
        }

        if (walk.Take(rows) is { } head)
        {
            await anchored(head);
        }

        return true;
    }

    // Two entries that changed places: each holds what was signed for the other.
    private async Task SwappedAsync(NpgsqlConnection connection, AuditWalk walk, CancellationToken cancellation)
    {
        if (walk.Differing is not { Count: > 1 } differing)
        {
            return;
        }

        await using var command = new NpgsqlCommand("SELECT id, mac, body::text FROM audit_entry WHERE id = ANY($1)", connection) { Parameters = { new() { Value = differing.Keys.ToArray() } } };
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            if (!await rows.IsDBNullAsync(1, cancellation))
            {
                var (id, mac, body) = (rows.GetGuid(0), rows.GetFieldValue<byte[]>(1), Encoding.UTF8.GetBytes(rows.GetString(2)));
                if (differing.Keys.Any(other => other != id && keys.Verify(mac, AuditTrail.Signed(other, body))))
                {
                    walk.Swapped(id);
                }
            }
        }
    }

    // Whatever is in no seal must be younger than the last.
    private static async Task UnsealedAsync(NpgsqlConnection connection, AuditWalk walk, AuditSeal? last, CancellationToken cancellation)
    {
        if (last is null || walk.Unsealed is not { Count: > 0 } unsealed)
        {
            return;
        }

        await using var command = new NpgsqlCommand("SELECT id FROM audit_entry WHERE id = ANY($1) AND pg_visible_in_snapshot(xact, $2::pg_snapshot) ORDER BY id", connection)
        {
            Parameters = { new() { Value = unsealed.ToArray() }, new() { Value = last.Snapshot } },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            walk.Forged(rows.GetGuid(0));
        }
    }

    private static AuditSeal Read(NpgsqlDataReader row) => new()
    {
        Number = row.GetInt64(0),
        FirstSeq = row.GetInt64(1),
        Entries = row.GetFieldValue<Guid[]>(2),
        Leaves = row.GetFieldValue<byte[]>(3),
        Previous = row.GetFieldValue<byte[]>(4),
        Head = row.GetFieldValue<byte[]>(5),
        Snapshot = row.GetString(6),
        RestoredUpTo = row.IsDBNull(7) ? null : row.GetGuid(7),
        SealedAt = row.GetFieldValue<DateTimeOffset>(8),
        Mac = row.GetFieldValue<byte[]>(9),
    };
}
