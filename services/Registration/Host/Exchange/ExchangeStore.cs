using Microsoft.Extensions.Options;
using Npgsql;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Domain.Applications;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Exchange;

/// <summary>The exchange's records and progress in the database (交换记录存取), where replicas share the work.</summary>
internal sealed class ExchangeStore(
    NpgsqlDataSource database, PersonalDataProtector protector, TimeProvider time, IOptions<MinistryOptions> options)
{
    /// <summary>Records one replica sends at once.</summary>
    public const int BatchSize = 32;

    /// <summary>A sender that has not settled a record by then has died: it gives up long before.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private string[] Areas => [.. options.Value.Divisions.Select(DivisionArea.Of)];

    /// <summary>Takes records that are due and marks them as being sent, before any of them goes.</summary>
    public async Task<IReadOnlyList<ClaimedRecord>> ClaimAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var batch = Audited(ExchangeSql.Claim, now, Areas, BatchSize, now + Lease);
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        var claimed = new List<ClaimedRecord>();
        while (await rows.ReadAsync(cancellation))
        {
            claimed.Add(new ClaimedRecord(
                rows.GetGuid(0), (ExchangeKind)rows.GetInt32(1), rows.GetString(2), rows.GetString(3), rows.GetInt32(4),
                await rows.IsDBNullAsync(5, cancellation) ? new() : FormJson.Read(protector.Unprotect(rows.GetFieldValue<byte[]>(5)))));
        }

        return claimed;
    }

    /// <summary>Notes what became of the records.</summary>
    public async Task SettleAsync(IReadOnlyCollection<SendOutcome> outcomes)
    {
        var arrived = outcomes.Where(outcome => outcome.Arrived).ToList();
        if (arrived.Count > 0)
        {
            await ExecuteAsync(ExchangeSql.Done, arrived.Select(o => o.Record.Id).ToArray(), arrived.Select(o => o.Record.Attempt).ToArray());
        }

        var now = time.GetUtcNow();
        foreach (var (record, _, faults, failure) in outcomes.Where(outcome => !outcome.Arrived))
        {
            await (failure is null
                ? ExecuteAsync(ExchangeSql.Hold, record.Id, record.Attempt, protector.Protect(FaultJson.Write(faults)), now)
                : ExecuteAsync(ExchangeSql.Postpone, record.Id, record.Attempt, now + ExchangeSchedule.Pause(record.Attempt)));
        }
    }

    /// <summary>Makes everything that waits due now.</summary>
    public Task HurryAsync(ExchangeKind kind) => ExecuteAsync(ExchangeSql.Hurry, time.GetUtcNow(), (int)kind, Areas);

    /// <summary>Whether this or another replica is sending records of the kind.</summary>
    public async Task<bool> AnyUnderWayAsync(ExchangeKind kind, CancellationToken cancellation)
    {
        await using var command = Command(ExchangeSql.AnyUnderWay, (int)kind);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>When a kind is due next and how often it failed; in the past when it never ran.</summary>
    public async Task<(DateTimeOffset NextAt, int Failures)> ProgressAsync(ExchangeKind kind, CancellationToken cancellation)
    {
        await using var command = Command(ExchangeSql.Progress, (int)kind);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? (await row.GetFieldValueAsync<DateTimeOffset>(0, cancellation), row.GetInt32(1))
            : (DateTimeOffset.UnixEpoch, 0);
    }

    /// <summary>The kind went through.</summary>
    public Task SucceededAsync(ExchangeKind kind, DateTimeOffset nextAt) =>
        ExecuteAsync(ExchangeSql.Succeeded, (int)kind, time.GetUtcNow(), nextAt.ToUniversalTime());

    /// <summary>The kind did not; why, in Chinese, naming no person.</summary>
    public Task FailedAsync(ExchangeKind kind, DateTimeOffset nextAt, string why) =>
        ExecuteAsync(ExchangeSql.Failed, (int)kind, nextAt.ToUniversalTime(), why);

    /// <summary>Whether a number of the ministry came before and was kept for repair or taken.</summary>
    public async Task<bool> KnowsAsync(string number, CancellationToken cancellation)
    {
        await using var command = Command(ExchangeSql.KnownDownload, number);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>Notes a downloaded application that has been stored.</summary>
    public Task NoteTakenAsync(string number, string division, Guid applicationId) =>
        NoteAsync(number, division, applicationId, state: 3, heldAt: null, faults: null, content: null);

    /// <summary>Keeps a downloaded form that cannot be taken as it is.</summary>
    public Task NoteHeldAsync(string number, string division, IReadOnlyList<FieldFault> faults, Dictionary<string, string> fields) =>
        NoteAsync(
            number, division, null, state: 4, time.GetUtcNow(), protector.Protect(FaultJson.Write(faults)), protector.Protect(FormJson.Write(fields)));

    private Task NoteAsync(string number, string division, Guid? applicationId, int state, DateTimeOffset? heldAt, byte[]? faults, byte[]? content) =>
        ExecuteAsync(
            ExchangeSql.NoteDownload, Guid.CreateVersion7(), (object?)applicationId ?? DBNull.Value, division, number, state, time.GetUtcNow(),
            (object?)heldAt ?? DBNull.Value, (object?)faults ?? DBNull.Value, (object?)content ?? DBNull.Value);

    // Not cancelled by the host's stop: what happened is noted.
    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var batch = Audited(sql, values);
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private NpgsqlBatch Audited(string sql, params object[] values)
    {
        AuditedCall.Working("exchange");
        var change = new NpgsqlBatchCommand(sql);
        change.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        var batch = database.CreateBatch();
        batch.BatchCommands.Add(change);
        batch.BatchCommands.Add(AuditTrail.Of(database).Command());
        return batch;
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return command;
    }
}
