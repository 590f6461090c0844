using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>Prints the addresses once every resource is healthy or done; here it is what Aspire's dashboard shows.</summary>
internal sealed class StartReport(DistributedApplicationModel model, ResourceNotificationService notifications, ConsoleLog log)
    : BackgroundService
{
    private readonly long _started = Stopwatch.GetTimestamp();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var run = model.Resources.Where(resource => resource is not ParameterResource).ToArray();
        try
        {
            await Task.WhenAll(run.Select(resource => notifications.WaitForResourceAsync(resource.Name, IsSettled, stoppingToken)));
        }
        catch (OperationCanceledException)
        {
            // Stopped before everything was ready: there is nothing to report.
            return;
        }
        log.Write($"ready after {Stopwatch.GetElapsedTime(_started).TotalSeconds:0.0} s");
        foreach (var resource in run)
        {
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>().Where(e => e.ReplicaPorts.Count > 0))
            {
                var urls = endpoint.ReplicaPorts.Select(port => $"{endpoint.UriScheme}://localhost:{port}");
                log.Write($"{resource.Name} {endpoint.Name}: {string.Join(' ', urls)}");
            }
        }
        log.Write("Ctrl-C stops everything");
    }

    private static bool IsSettled(ResourceEvent change) =>
        change.Snapshot.HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy
        || change.Snapshot.State?.Text == KnownResourceStates.Finished;
}
