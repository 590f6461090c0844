using System.Collections.Concurrent;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Exchange;

/// <summary>Sends what the ministry is to be told (上传), each record once.</summary>
/// <remarks>
/// A record is marked as being sent before it goes. One that was begun before, by this or a dead process, may have arrived:
/// the platform is asked for it by its printed identity (AAB301 + AAZ341) and it goes only when it is unknown there.
/// </remarks>
internal sealed class Uploads(
    ExchangeStore store, IMinistryPlatform platform, IServiceScopeFactory scopes, ExchangeTelemetry telemetry, TimeProvider time, ILogger<Uploads> log)
{
    private const int AtOnce = 8;

    /// <summary>Longest time for one batch: well within a record's lease.</summary>
    private static readonly TimeSpan BatchLimit = TimeSpan.FromMinutes(1);

    /// <summary>Sends a batch of what is due.</summary>
    /// <param name="stopping">Stops before the next record; those under way are finished.</param>
    public async Task<UploadRound> SendDueAsync(CancellationToken stopping)
    {
        var claimed = await store.ClaimAsync(stopping);
        if (claimed.Count == 0)
        {
            return UploadRound.Nothing;
        }

        using var limit = new CancellationTokenSource(BatchLimit);
        var outcomes = new ConcurrentBag<SendOutcome>();
        await Parallel.ForEachAsync(claimed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (record, _) =>
            outcomes.Add(stopping.IsCancellationRequested ? SendOutcome.Unknown(record, "本系统正在停止") : await SendAsync(record, limit.Token)));
        await store.SettleAsync(outcomes);
        foreach (var outcome in outcomes)
        {
            telemetry.Note(outcome);
        }

        foreach (var kind in outcomes.GroupBy(outcome => outcome.Record.Kind))
        {
            await NoteAsync(kind.Key, [.. kind]);
        }

        return new UploadRound(claimed.Count, outcomes.All(outcome => outcome.Failure is not null));
    }

    private async Task<SendOutcome> SendAsync(ClaimedRecord record, CancellationToken limit)
    {
        try
        {
            if (record.IsInDoubt && await platform.KnowsAsync(record.Kind, record.Division, record.Serial, limit))
            {
                return SendOutcome.Taken(record);
            }

            await using var scope = scopes.CreateAsyncScope();
            var contents = scope.ServiceProvider.GetRequiredService<UploadContents>();
            var fields = await contents.BuildAsync(record.Kind, record.Id, record.Corrections, limit);
            var faults = contents.Faults(record.Kind, fields);
            if (faults.Count == 0)
            {
                faults = await platform.UploadAsync(record.Kind, record.Division, record.Serial, fields, limit);
            }

            return faults.Count == 0 ? SendOutcome.Taken(record) : SendOutcome.AtFault(record, faults);
        }
        catch (Exception failure) when (PlatformFaults.Describe(failure) is { } why)
        {
            log.LogWarning("A record of kind {Kind} could not be uploaded: {Failure}", record.Kind, failure.GetType().Name);
            return SendOutcome.Unknown(record, why);
        }
        catch (Exception failure) when (!Persistence.TransientFault.Is(failure))
        {
            // This record cannot be built, whatever the platform does: it must not stop the others.
            log.LogError(failure, "A record of kind {Kind} cannot be built", record.Kind);
            return SendOutcome.AtFault(record, [new FieldFault("AAZ341", "本系统无法生成该记录，请联系系统管理员核对所存数据")]);
        }
    }

    private async Task NoteAsync(ExchangeKind kind, IReadOnlyList<SendOutcome> outcomes)
    {
        var now = time.GetUtcNow();
        if (outcomes.FirstOrDefault(outcome => outcome.Failure is not null)?.Failure is { } failure)
        {
            await store.FailedAsync(kind, now, failure);
        }
        else if (outcomes.Any(outcome => outcome.Arrived))
        {
            await store.SucceededAsync(kind, now);
        }
    }
}

/// <summary>What a round of sending did (上传批次).</summary>
/// <param name="Claimed">Records taken; when none, nothing is due.</param>
/// <param name="PlatformIsAway">None of them got an answer.</param>
internal readonly record struct UploadRound(int Claimed, bool PlatformIsAway)
{
    public static UploadRound Nothing { get; }
}
