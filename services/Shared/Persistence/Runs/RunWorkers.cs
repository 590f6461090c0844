using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Wenye.Hosting;

namespace Wenye.Persistence;

/// <summary>Does the shards of all runs while the host runs (批次后台处理); any number of replicas share the work.</summary>
/// <remarks>
/// One connection waits for a new run's notification and looks every second for what none announces: shards that a dead
/// replica held. While there are shards, the workers take them, each on a connection of its own.
/// </remarks>
/// <param name="database">Where the runs are.</param>
/// <param name="channel">What announces a new run.</param>
/// <param name="clock">Measures pauses.</param>
/// <param name="log">Told of failures.</param>
public abstract class RunWorkers(NpgsqlDataSource database, string channel, TimeProvider clock, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly GrowingPause _pause = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), clock);

    /// <summary>The log in which the work is entered (审计留痕).</summary>
    protected AuditTrail Audit => AuditTrail.Of(database);

    /// <summary>Those of this replica (本副本的处理者).</summary>
    protected abstract IReadOnlyList<IShardWorker> Workers { get; }

    /// <summary>Whether shards wait that this replica may do (是否有待处理分片).</summary>
    protected abstract Task<bool> AnyOpenAsync(NpgsqlConnection connection);

    /// <summary>Ends the runs whose last shard is done (收尾); one replica does a run, others pass over it.</summary>
    protected abstract Task EndReadyAsync(NpgsqlConnection connection, CancellationToken stopping);

    /// <summary>Notes a shard that failed, so that others go first (记录失败).</summary>
    protected abstract Task FailAsync(NpgsqlConnection connection, ShardFailedException fault);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WatchAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (ShardFailedException fault)
            {
                log.LogError(fault, "Shard {Shard} of {Channel} {Run} could not be done; it is tried again after the others", fault.Shard, channel, fault.Run);
                await _pause.AfterFailureAsync(stoppingToken);
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "Work on {Channel} is interrupted; trying again", channel);
                await _pause.AfterFailureAsync(stoppingToken);
            }
        }
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        var notified = false;
        connection.Notification += (_, _) => notified = true;
        await using (var listen = new NpgsqlCommand(ServiceDatabase.Untraced + "listen " + channel, connection))
            await listen.ExecuteNonQueryAsync(stopping);
        while (!stopping.IsCancellationRequested)
        {
            notified = false;
            if (await AnyOpenAsync(connection))
            {
                await WorkAsync(connection, stopping);
            }

            await EndReadyAsync(connection, stopping);
            _pause.Reset();
            if (!notified)
                await connection.WaitAsync(Poll, stopping);
        }
    }

    private async Task WorkAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        var work = Task.WhenAll(Workers.Select(worker => Task.Run(() => worker.WorkAsync(stopping), stopping)));
        while (await Task.WhenAny(work, Task.Delay(Poll, clock, stopping)) != work && !stopping.IsCancellationRequested)
        {
            await AnyOpenAsync(connection);
        }

        try
        {
            await work;
        }
        catch (ShardFailedException fault)
        {
            await FailAsync(connection, fault);
            throw;
        }
    }
}
