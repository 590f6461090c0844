using System.Runtime.CompilerServices;
using System.Text;
using Google.Protobuf;
using Npgsql;
using NpgsqlTypes;
using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>Makes the entries of a service's audit log (审计留痕), one a transaction, written in the transaction that it tells of.</summary>
/// <remarks>
/// The context does it by itself for whatever is saved or committed through it. Whatever writes past the context adds one line:
/// <see cref="WriteAsync"/> before its commit, or <see cref="Command()"/> in its batch.
/// </remarks>
public sealed class AuditTrail : IFullReads
{
    /// <summary>Inserts an entry: $1 id, $2 MAC, $3 body.</summary>
    internal const string Insert = "INSERT INTO audit_entry (id, mac, body) VALUES ($1, $2, $3)";

    // A transaction that has written nothing has no id of its own yet.
    private const string InsertIfWritten = ServiceDatabase.Untraced + "INSERT INTO audit_entry (id, mac, body) SELECT $1, $2, $3 WHERE pg_current_xact_id_if_assigned() IS NOT NULL";

    private static readonly ConditionalWeakTable<NpgsqlDataSource, AuditTrail> Trails = [];

    private readonly AuditKeys keys;
    private readonly PersonalDataProtector protector;
    private readonly CallBatcher<AuditedCall, bool> reads;

    /// <param name="service">Its name, as that of its connection string.</param>
    /// <param name="keys">Sign.</param>
    /// <param name="protector">Hashes.</param>
    /// <param name="database">Takes what is read in full, that of calls at the same time together.</param>
    public AuditTrail(string service, AuditKeys keys, PersonalDataProtector protector, NpgsqlDataSource database)
    {
        (Service, this.keys, this.protector) = (service, keys, protector);
        reads = new("keep full reads", calls => KeepAsync(database, calls), new CallBatcherOptions());
        Trails.AddOrUpdate(database, this);
    }

    /// <summary>Whose log it is.</summary>
    public string Service { get; }

    /// <summary>That of a database (所属审计), for what works past the context.</summary>
    /// <exception cref="InvalidOperationException">The source is not one of <see cref="ServiceDatabase"/>.</exception>
    public static AuditTrail Of(NpgsqlDataSource database) =>
        Trails.TryGetValue(database, out var trail) ? trail : throw new InvalidOperationException("The data source has no audit log.");

    /// <summary>Knows a further source of the same database (同库数据源).</summary>
    internal void Knows(NpgsqlDataSource further) => Trails.AddOrUpdate(further, this);

    /// <summary>An entry in the name of the present call or work (留痕).</summary>
    internal AuditEntry Entry(AuditedRows? written = null) => Entry(AuditedCall.Current is { } call ? [call] : [], written);

    /// <summary>One entry for several calls whose writes share a transaction (合并留痕).</summary>
    /// <param name="calls">In the order in which <see cref="AuditEntry.Done"/> counts them.</param>
    public AuditEntry Entry(IReadOnlyList<AuditedCall?> calls) => Entry(calls, written: null);

    /// <summary>Id, MAC and body of an entry (参数), for a statement that inserts it with what it tells of.</summary>
    public static NpgsqlParameter[] Parameters(AuditEntry entry) =>
    [
        new NpgsqlParameter<Guid> { TypedValue = entry.Id },
        new NpgsqlParameter<byte[]> { TypedValue = entry.Mac },
        new NpgsqlParameter<string> { TypedValue = entry.Body, NpgsqlDbType = NpgsqlDbType.Json },
    ];

    /// <summary>Writes the entry of what the open transaction wrote past the context (留痕); none when it has written nothing.</summary>
    /// <param name="connection">Open and inside the transaction.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken cancellation = default)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Command() } };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The same where it is known that something was written (留痕).</summary>
    internal async Task WriteAlwaysAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Filled(new NpgsqlBatchCommand(Insert), Entry()) } };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The same as the last command of a batch (批中留痕), which is a transaction of its own or part of one.</summary>
    public NpgsqlBatchCommand Command() => Filled(new NpgsqlBatchCommand(InsertIfWritten), Entry());

    /// <inheritdoc/>
    public Task KeepAsync(AuditedCall call, IMessage? answer, CancellationToken cancellation)
    {
        call.Answer ??= answer;
        return reads.RunAsync(call, cancellation);
    }

    /// <summary>An entry that says this (既定内容).</summary>
    internal AuditEntry Saying(string body)
    {
        var id = Guid.CreateVersion7();
        return new() { Id = id, Body = body, Mac = keys.Sign(Signed(id, Encoding.UTF8.GetBytes(body))) };
    }

    /// <summary>What the MAC of an entry is over (签名范围).</summary>
    internal static byte[] Signed(Guid id, ReadOnlySpan<byte> body) => [.. id.ToByteArray(bigEndian: true), .. body];

    internal static NpgsqlBatchCommand Filled(NpgsqlBatchCommand command, AuditEntry entry)
    {
        command.Parameters.AddRange(Parameters(entry));
        return command;
    }

    private AuditEntry Entry(IReadOnlyList<AuditedCall?> calls, AuditedRows? written)
    {
        var entry = Saying(AuditBody.Of(calls, Service, protector, written));
        foreach (var call in calls.OfType<AuditedCall>())
        {
            call.ReadIsKept |= call.ReadsInFull;
        }

        return entry;
    }

    private async Task<IReadOnlyList<bool>> KeepAsync(NpgsqlDataSource database, IReadOnlyList<AuditedCall> calls)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Filled(new NpgsqlBatchCommand(Insert), Entry(calls)));
        await batch.ExecuteNonQueryAsync();
        return [.. calls.Select(_ => true)];
    }
}
