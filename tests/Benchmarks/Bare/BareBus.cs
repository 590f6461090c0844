using System.Diagnostics;
using MassTransit;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Testing;

namespace Wenye.Benchmarks.Bare;

/// <summary>MassTransit with a quorum queue and a consumer that only counts: no database on either side.</summary>
internal sealed class BareBus : IAsyncDisposable
{
    private readonly IBusControl _bus;
    private int _left;
    private TaskCompletionSource _done = new();

    private BareBus(TestVirtualHost host) => _bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(rabbit =>
    {
        rabbit.Host(host.Uri);
        rabbit.ReceiveEndpoint("bare", endpoint =>
        {
            ((IRabbitMqReceiveEndpointConfigurator)endpoint).SetQuorumQueue();
            endpoint.PrefetchCount = 400;
            endpoint.Handler<UnemploymentRegistered>(_ =>
            {
                if (Interlocked.Decrement(ref _left) == 0)
                {
                    _done.TrySetResult();
                }
                return Task.CompletedTask;
            });
        });
    });

    public static async Task<BareBus> StartAsync(TestVirtualHost host)
    {
        var bus = new BareBus(host);
        await bus._bus.StartAsync();
        return bus;
    }

    /// <returns>Events a second from the first publish to the last consume; every publish is confirmed.</returns>
    public async Task<double> MeasureAsync()
    {
        (_left, _done) = (PipelineBenchmark.Events, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var events = Enumerable.Range(0, PipelineBenchmark.Events).Select(_ => PipelineBenchmark.NewEvent(today)).ToArray();
        var started = Stopwatch.GetTimestamp();
        await ClosedLoop.RateAsync(events.Length, i => _bus.Publish(events[i]));
        await _done.Task;
        return events.Length / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public async ValueTask DisposeAsync() => await _bus.StopAsync();
}
