using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Wenye.AppHost;

/// <summary>Writes the platform file when every service is healthy and removes it when the system stops (运行信息登记).</summary>
/// <remarks>A system of which a part cannot start is stopped with exit code 1, for whoever waits for it.</remarks>
internal sealed partial class PlatformFileWriter(
    PlatformFile file, IReadOnlyList<DevelopmentClient> clients, DistributedApplicationModel model,
    ResourceNotificationService notifications, IHostApplicationLifetime lifetime, ILogger<PlatformFileWriter> logger)
    : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        file.Remove();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var services = model.Resources.OfType<ProjectResource>()
            .Where(project => project.Annotations.OfType<EndpointAnnotation>().Any()).ToArray();
        try
        {
            // One that cannot start ends the wait at once, whatever the others still do.
            await foreach (var healthy in Task.WhenEach(services.Select(service => notifications.WaitForResourceHealthyAsync(
                service.Name, WaitBehavior.StopOnResourceUnavailable, stoppingToken))))
            {
                await healthy;
            }
            file.Write(StateOf(services));
        }
        catch (DistributedApplicationException failure)
        {
            NotStarted(failure.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private PlatformState StateOf(IReadOnlyList<ProjectResource> services)
    {
        var urls = services.ToDictionary(service => service.Name, Urls, StringComparer.Ordinal);
        return new(Environment.ProcessId, urls["gateway"]["http"], urls["gateway"]["grpc"], urls, clients);
    }

    private static IReadOnlyDictionary<string, string> Urls(ProjectResource service) =>
        service.Annotations.OfType<EndpointAnnotation>().ToDictionary(
            endpoint => endpoint.Name, endpoint => new EndpointReference(service, endpoint.Name).Url, StringComparer.Ordinal);

    [LoggerMessage(LogLevel.Error, "The system did not start: {Reason}")]
    private partial void NotStarted(string reason);
}
