using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Wenye.Hosting;

namespace Wenye.Persistence;

/// <summary>Registers the relay (发件箱中继注册).</summary>
public static class OutboxRelayRegistration
{
    /// <summary>Publishes the outbox of the context's database (发布待发事件) while the host runs; any number of replicas share the work.</summary>
    /// <param name="builder">A host with AddServiceDatabase and AddMessaging.</param>
    /// <exception cref="InvalidOperationException">AddMessaging was not called before: the relay must stop before the bus does.</exception>
    public static void AddOutboxRelay<TContext>(this IHostApplicationBuilder builder)
        where TContext : ServiceDbContext
    {
        if (!builder.Services.Any(service => service.ServiceType == typeof(IBus)))
            throw new InvalidOperationException("Call AddMessaging before AddOutboxRelay.");
        builder.Services.TryAddSingleton<OutboxTelemetry>();
        builder.Services.AddHostedService<OutboxRelay>();
        builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddSource(OutboxTelemetry.Name));
        builder.Services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter(OutboxTelemetry.Name));
    }
}

/// <summary>Carries events from the outbox to the broker (发件箱中继), at least once and in no promised order.</summary>
/// <remarks>
/// One connection takes the rows, deletes them and, when idle, waits on itself for the trigger's notification: no
/// second task, no signal to lose. Nothing makes it give up but the host's stop, which lets the batch in hand finish.
/// </remarks>
internal sealed class OutboxRelay(
    NpgsqlDataSource database, IBus bus, OutboxTelemetry telemetry, TimeProvider clock, ILogger<OutboxRelay> log) : BackgroundService
{
    // Finds what no notification announces: postponed rows, and those a dead replica held.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly GrowingPause pause = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), clock);
    private long sampledAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RelayAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "The outbox cannot be read; trying again");
                await pause.AfterFailureAsync(stoppingToken);
            }
        }
    }

    private async Task RelayAsync(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        var notified = false;
        connection.Notification += (_, _) => notified = true;
        await using (var listen = new NpgsqlCommand(OutboxSql.Listen, connection))
            await listen.ExecuteNonQueryAsync(stopping);
        while (!stopping.IsCancellationRequested)
        {
            notified = false;
            var batch = await OutboxBatch.TakeAsync(connection);
            await batch.PublishAsync(bus, telemetry);
            await batch.SettleAsync();
            await SampleAgeAsync(connection);
            if (batch.BrokerIsAway)
            {
                log.LogWarning("The broker took none of {Count} events: {Reason}", batch.Count, batch.FirstError);
                await pause.AfterFailureAsync(stopping);
                continue;
            }

            pause.Reset();
            if (!batch.IsFull && !notified)
                await connection.WaitAsync(Poll, stopping);
        }
    }

    private async Task SampleAgeAsync(NpgsqlConnection connection)
    {
        if (sampledAt != 0 && clock.GetElapsedTime(sampledAt) < Poll)
            return;
        sampledAt = clock.GetTimestamp();
        await using var command = new NpgsqlCommand(OutboxSql.PendingAge, connection);
        telemetry.PendingAge = await command.ExecuteScalarAsync(CancellationToken.None) is double seconds ? seconds : 0;
    }
}
