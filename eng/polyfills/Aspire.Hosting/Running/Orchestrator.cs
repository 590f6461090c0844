using System.Collections.Concurrent;
using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Wenye.ServerProcesses;

namespace Aspire.Hosting.Running;

/// <summary>Starts every resource as soon as what it waits for is there, and stops them in reverse order.</summary>
/// <remarks>It restarts nothing, as Aspire does not: a resource that ends by itself is reported.</remarks>
internal sealed class Orchestrator(
    DistributedApplicationModel model, ResourceNotificationService notifications, DistributedApplicationExecutionContext context,
    ConsoleLog log) : IHostedService
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<IResource, ResourceRunner> _runners = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private ProcessRun? _run;
    private Task _starting = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        log.AlignTo(model.Resources.Where(r => r is not ParameterResource).Select(r => r.Name));
        AllocatePorts();
        _run = await ProcessRun.OpenAsync(cancellationToken);
        foreach (var resource in model.Resources.Where(resource => resource is not ParameterResource))
        {
            _runners[resource] = ResourceRunner.For(resource, _run, notifications, context, log);
        }
        _starting = Task.WhenAll(_runners.Values.Select(RunAsync));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _starting;
        var graph = new ResourceGraph(model.Resources);
        var stops = new ConcurrentDictionary<IResource, Lazy<Task>>();
        await Task.WhenAll(_runners.Keys.Select(resource => Stop(resource)));
        if (_run is not null)
        {
            await _run.DisposeAsync();
        }

        Task Stop(IResource resource) => stops.GetOrAdd(resource, r => new(() => StopAfterDependentsAsync(r))).Value;

        async Task StopAfterDependentsAsync(IResource resource)
        {
            await Task.WhenAll(graph.DependentsOf(resource).Where(_runners.ContainsKey).Select(Stop));
            await _runners[resource].StopAsync();
        }
    }

    private void AllocatePorts()
    {
        foreach (var resource in model.Resources.Where(r => r is ProjectResource or ExecutableResource))
        {
            var replicas = resource.Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Replicas ?? 1;
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            {
                var given = endpoint.Port ?? endpoint.TargetPort;
                endpoint.ReplicaPorts = given is { } port ? [port, .. FreePorts.Take(replicas - 1)] : FreePorts.Take(replicas);
            }
        }
    }

    private async Task RunAsync(ResourceRunner runner)
    {
        var cancellation = _stopping.Token;
        try
        {
            await WaitForDependenciesAsync(runner.Resource, cancellation);
            await runner.StartAsync(cancellation);
            var seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
            log.Write($"{runner.Resource.Name} is {runner.StateText} after {seconds:0.0} s");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The system stops while this resource was still to start; StopAsync ends what may run of it.
            log.Write($"{runner.Resource.Name} was told to stop before it was ready");
        }
        catch (Exception failure) when (failure is ServerFailedException or DistributedApplicationException or IOException
            or System.ComponentModel.Win32Exception)
        {
            log.Write($"{runner.Resource.Name} could not start: {failure.Message}");
            await runner.ReportAsync(KnownResourceStates.FailedToStart);
        }
    }

    private async Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellation)
    {
        await notifications.PublishUpdateAsync(resource, s => s with { State = KnownResourceStates.Waiting });
        var waits = resource.Annotations.OfType<WaitAnnotation>().Select(wait => WaitAsync(wait, cancellation));
        // The first that cannot come ends the wait, whatever the others still do.
        await foreach (var ended in Task.WhenEach(waits))
        {
            await ended;
        }
    }

    private async Task WaitAsync(WaitAnnotation wait, CancellationToken cancellation)
    {
        var name = wait.Resource.Name;
        if (wait.WaitType == WaitType.WaitUntilHealthy)
        {
            await notifications.WaitForResourceHealthyAsync(name, cancellation);
            return;
        }
        var end = await notifications.WaitForResourceAsync(
            name, e => KnownResourceStates.TerminalStates.Contains(e.Snapshot.State?.Text), cancellation);
        if (end.Snapshot.ExitCode != wait.ExitCode)
        {
            throw new DistributedApplicationException(
                $"{name} ended with exit code {end.Snapshot.ExitCode}, expected {wait.ExitCode}");
        }
    }
}
