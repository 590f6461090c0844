using System.Data;
using Npgsql;
using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>Claims shards of runs one after another and does each in one transaction (分片处理).</summary>
/// <remarks>
/// Claim, what is read, what is written, totals and the shard's mark commit together or not at all: whatever dies at whatever
/// moment, the shard is as it was and another worker does it. Nothing is done twice, and memory is that of one shard.
/// </remarks>
/// <typeparam name="TShard">What is claimed.</typeparam>
/// <typeparam name="TDone">What came of it.</typeparam>
public abstract class ShardWorker<TShard, TDone>(NpgsqlDataSource database, TimeProvider clock) : IShardWorker
    where TShard : class, IClaimedShard
{
    /// <inheritdoc/>
    public async Task WorkAsync(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        while (!stopping.IsCancellationRequested && await DoOneAsync(connection))
        {
        }
    }

    /// <summary>Locks the next shard that nobody else holds (领取); null when there is none.</summary>
    protected abstract Task<TShard?> ClaimAsync(NpgsqlConnection connection);

    /// <summary>Does it, and marks it as done, in the transaction that claimed it (处理).</summary>
    protected abstract Task<TDone> DoAsync(NpgsqlConnection connection, TShard shard);

    /// <summary>What was done is stored (已提交).</summary>
    protected abstract void Committed(TDone done, TimeSpan took);

    /// <summary>Whether the same shard may succeed later without anyone's doing (可重试).</summary>
    protected virtual bool IsPassing(Exception fault) => TransientFault.Is(fault) || fault is OperationCanceledException;

    private async Task<bool> DoOneAsync(NpgsqlConnection connection)
    {
        var started = clock.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await ClaimAsync(connection) is not { } shard)
        {
            return false;
        }

        try
        {
            AuditedCall.Working($"{GetType().Name} {shard.Run}/{shard.Number}");
            var done = await DoAsync(connection, shard);
            await AuditTrail.Of(database).WriteAsync(connection);
            await transaction.CommitAsync();
            Committed(done, clock.GetElapsedTime(started));
            return true;
        }
        catch (Exception fault) when (!IsPassing(fault) && connection.State == ConnectionState.Open)
        {
            throw new ShardFailedException(shard.Run, shard.Number, fault);
        }
    }
}

/// <summary>A shard that a worker holds (已领取分片).</summary>
public interface IClaimedShard
{
    /// <summary>The run (批次).</summary>
    Guid Run { get; }

    /// <summary>From 0 (分片序号).</summary>
    int Number { get; }
}

/// <summary>Does shards (分片处理).</summary>
public interface IShardWorker
{
    /// <summary>Works until there is no shard left to claim, or the host stops.</summary>
    /// <exception cref="ShardFailedException">A shard could not be done for a reason of its own.</exception>
    Task WorkAsync(CancellationToken stopping);
}
