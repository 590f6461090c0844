using Microsoft.Extensions.Options;
using Npgsql;
using Wenye.Hosting;
using Wenye.Policy;

namespace Wenye.Stabilization.Screenings;

/// <summary>Decides the shards of all runs while the host runs (筛查后台处理); any number of replicas share the work.</summary>
/// <remarks>
/// One connection waits for a new run's notification and looks every second for what none announces: shards that a dead
/// replica held. While there are shards, as many workers as processors take them, each on a connection of its own.
/// </remarks>
internal sealed class ScreeningWorkers(
    NpgsqlDataSource database, ParameterSet parameters, RunBasis basis, IOptions<ScreeningOptions> options, ScreeningTelemetry telemetry,
    TimeProvider clock, ILogger<ScreeningWorkers> log)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly ShardWorker[] workers =
        [.. Enumerable.Range(0, options.Value.Workers).Select(_ => new ShardWorker(database, parameters, basis, telemetry, clock))];

    private readonly GrowingPause pause = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), clock);

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
            catch (ShardFault fault)
            {
                log.LogError(fault, "Shard {Shard} of screening {Screening} could not be decided; it is tried again after the others", fault.Shard, fault.Screening);
                await pause.AfterFailureAsync(stoppingToken);
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "Screening is interrupted; trying again");
                await pause.AfterFailureAsync(stoppingToken);
            }
        }
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        var notified = false;
        connection.Notification += (_, _) => notified = true;
        await using (var listen = new NpgsqlCommand(ScreeningSql.Listen, connection))
            await listen.ExecuteNonQueryAsync(stopping);
        while (!stopping.IsCancellationRequested)
        {
            notified = false;
            if (await AnyOpenAsync(connection))
            {
                await WorkAsync(connection, stopping);
            }

            await ScreeningEnd.EndReadyAsync(connection, stopping);
            pause.Reset();
            if (!notified)
                await connection.WaitAsync(Poll, stopping);
        }
    }

    private async Task<bool> AnyOpenAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(ScreeningSql.Open, connection) { Parameters = { new() { Value = parameters.Version } } };
        await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
        await reader.ReadAsync(CancellationToken.None);
        (telemetry.OpenShards, telemetry.ForeignShards) = (reader.GetInt64(0) + reader.GetInt64(1), reader.GetInt64(1));
        return reader.GetInt64(0) > 0;
    }

    private async Task WorkAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        var work = Task.WhenAll(workers.Select(worker => Task.Run(() => worker.WorkAsync(stopping), stopping)));
        while (await Task.WhenAny(work, Task.Delay(Poll, clock, stopping)) != work && !stopping.IsCancellationRequested)
        {
            await AnyOpenAsync(connection);
        }

        try
        {
            await work;
        }
        catch (ShardFault fault)
        {
            telemetry.Failures.Add(1);
            await using var fail = new NpgsqlCommand(ScreeningSql.Fail, connection) { Parameters = { new() { Value = fault.Screening }, new() { Value = fault.Shard } } };
            await fail.ExecuteNonQueryAsync(CancellationToken.None);
            throw;
        }
    }
}
