using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;

namespace Grpc.HealthCheck;

/// <summary>The health service over states that the application sets. Safe for concurrent use; one instance a server.</summary>
public class HealthServiceImpl : Health.V1.Health.HealthBase
{
    /// <summary>What a watcher that does not read may be behind; older states are dropped, the newest never.</summary>
    private const int WatchBuffer = 5;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, HealthCheckResponse.Types.ServingStatus> _states = [];
    private readonly Dictionary<string, HashSet<ChannelWriter<HealthCheckResponse.Types.ServingStatus>>> _watchers = [];

    /// <summary>Sets the state of a service; watchers learn of a change.</summary>
    public void SetStatus(string service, HealthCheckResponse.Types.ServingStatus status)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (_gate)
        {
            var before = StateOf(service);
            _states[service] = status;
            if (before != status)
            {
                Notify(service, status);
            }
        }
    }

    /// <summary>Forgets a service; watchers learn that it is unknown.</summary>
    public void ClearStatus(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (_gate)
        {
            Forget(service);
        }
    }

    /// <summary>Forgets all services.</summary>
    public void ClearAll()
    {
        lock (_gate)
        {
            foreach (var service in _states.Keys.ToList())
            {
                Forget(service);
            }
        }
    }

    /// <inheritdoc />
    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        lock (_gate)
        {
            return _states.TryGetValue(request.Service, out var state)
                ? Task.FromResult(new HealthCheckResponse { Status = state })
                : throw new RpcException(new Status(StatusCode.NotFound, ""));
        }
    }

    /// <inheritdoc />
    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        var changes = Channel.CreateBounded<HealthCheckResponse.Types.ServingStatus>(
            new BoundedChannelOptions(WatchBuffer) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            // The present state and the subscription in one step: no change in between is lost or told twice.
            changes.Writer.TryWrite(StateOf(request.Service));
            WatchersOf(request.Service).Add(changes.Writer);
        }

        await using var end = context.CancellationToken.Register(() => changes.Writer.TryComplete());
        try
        {
            await foreach (var state in changes.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                if (!context.CancellationToken.IsCancellationRequested)
                {
                    await responseStream.WriteAsync(new HealthCheckResponse { Status = state }).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            Unsubscribe(request.Service, changes.Writer);
        }
    }

    private HealthCheckResponse.Types.ServingStatus StateOf(string service) =>
        _states.GetValueOrDefault(service, HealthCheckResponse.Types.ServingStatus.ServiceUnknown);

    private HashSet<ChannelWriter<HealthCheckResponse.Types.ServingStatus>> WatchersOf(string service) =>
        _watchers.TryGetValue(service, out var watchers) ? watchers : _watchers[service] = [];

    private void Forget(string service)
    {
        var before = StateOf(service);
        _states.Remove(service);
        if (before != HealthCheckResponse.Types.ServingStatus.ServiceUnknown)
        {
            Notify(service, HealthCheckResponse.Types.ServingStatus.ServiceUnknown);
        }
    }

    private void Notify(string service, HealthCheckResponse.Types.ServingStatus state)
    {
        foreach (var watcher in _watchers.GetValueOrDefault(service) ?? [])
        {
            watcher.TryWrite(state);
        }
    }

    private void Unsubscribe(string service, ChannelWriter<HealthCheckResponse.Types.ServingStatus> watcher)
    {
        lock (_gate)
        {
            if (_watchers.TryGetValue(service, out var watchers) && watchers.Remove(watcher) && watchers.Count == 0)
            {
                _watchers.Remove(service);
            }
        }
    }
}
