using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Wenye.ServerProcesses;

namespace Aspire.Hosting.Running;

/// <summary>Runs one resource and tells how it is.</summary>
internal abstract class ResourceRunner(IResource resource, ResourceNotificationService notifications, ConsoleLog log)
{
    private volatile bool _stopping;

    public IResource Resource { get; } = resource;

    /// <summary>How a started resource is called in the log.</summary>
    public virtual string StateText => "ready";

    protected ConsoleLog Log { get; } = log;

    public static ResourceRunner For(
        IResource resource, ProcessRun run, ResourceNotificationService notifications,
        DistributedApplicationExecutionContext context, ConsoleLog log)
    {
        if (resource.Annotations.OfType<ServerAnnotation>().SingleOrDefault() is { } server)
        {
            return new ServerRunner(resource, server, run, notifications, log);
        }
        return resource is ProjectResource or ExecutableResource
            ? new ProcessRunner(resource, run, notifications, context, log)
            : new PartRunner(resource, notifications, log);
    }

    /// <summary>Starts it; completes when it is healthy, or has ended as a resource without endpoints may.</summary>
    public abstract Task StartAsync(CancellationToken cancellationToken);

    public async Task StopAsync()
    {
        _stopping = true;
        if (await EndAsync())
        {
            Log.Write($"{Resource.Name} stopped");
        }
    }

    public Task ReportAsync(string state, HealthStatus? health = null, int? exitCode = null) =>
        notifications.PublishUpdateAsync(
            Resource, s => s with { State = state, HealthStatus = health, ExitCode = exitCode ?? s.ExitCode });

    /// <summary>Ends what runs; false when nothing did.</summary>
    protected abstract Task<bool> EndAsync();

    protected Task ReportRunningAsync(bool healthy) =>
        ReportAsync(KnownResourceStates.Running, healthy ? HealthStatus.Healthy : HealthStatus.Unhealthy);

    /// <summary>Reports the end of a process that nobody stopped.</summary>
    protected async Task WatchAsync(ChildProcess process)
    {
        var code = await process.Exited;
        if (_stopping || code == 0)
        {
            await ReportAsync(KnownResourceStates.Finished, exitCode: code);
            return;
        }
        var reason = code > 128 ? $"was killed by signal {code - 128}" : $"ended by itself with exit code {code}";
        Log.Write($"{Resource.Name} {reason} (process {process.Id}); it is not restarted");
        await ReportAsync(KnownResourceStates.Exited, exitCode: code);
    }
}

/// <summary>A server that the ServerProcesses library runs.</summary>
internal sealed class ServerRunner(
    IResource resource, ServerAnnotation annotation, ProcessRun run, ResourceNotificationService notifications, ConsoleLog log)
    : ResourceRunner(resource, notifications, log)
{
    private Server? _server;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReportAsync(KnownResourceStates.Starting);
        _server = await annotation.CreateAsync(run);
        await _server.StartAsync(cancellationToken);
        foreach (var step in annotation.OnReady)
        {
            await step(_server, cancellationToken);
        }
        _ = WatchAsync(_server.Process!);
        await ReportRunningAsync(healthy: true);
    }

    protected override async Task<bool> EndAsync()
    {
        var runs = _server?.Process is { HasExited: false };
        if (_server is not null)
        {
            await _server.StopAsync();
        }
        return runs;
    }
}

/// <summary>A part of another resource, a database of a server: there when the other is.</summary>
internal sealed class PartRunner(IResource resource, ResourceNotificationService notifications, ConsoleLog log)
    : ResourceRunner(resource, notifications, log)
{
    private readonly ResourceNotificationService _notifications = notifications;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Resource is IResourceWithParent part)
        {
            await _notifications.WaitForResourceHealthyAsync(part.Parent.Name, cancellationToken);
        }
        await ReportRunningAsync(healthy: true);
    }

    protected override Task<bool> EndAsync() => Task.FromResult(false);
}
