using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Wenye.Hosting;
using Wenye.Probe;

namespace Wenye.AppHost.Tests;

/// <summary>The whole system, as AppHost composes it, running for the tests of a class.</summary>
public sealed class RunningSystem : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wenye-apphost-tests-");
    private DistributedApplication? _application;
    private TelemetryCollector? _telemetry;

    public DistributedApplication Application => _application ?? throw new InvalidOperationException("The system does not run");

    /// <summary>The file that tells ./platform about the running system.</summary>
    public string PlatformFile => Path.Combine(_folder.FullName, "platform.json");

    /// <summary>The day the system stands on.</summary>
    internal DevelopmentClock Clock => new(Path.Combine(_folder.FullName, "clock"));

    /// <summary>What the system's processes report of themselves.</summary>
    public TelemetryCollector Telemetry => _telemetry ?? throw new InvalidOperationException("The system does not run");

    public async ValueTask InitializeAsync()
    {
        _telemetry = await TelemetryCollector.StartAsync();
        // As an operator would: AppHost's processes inherit what it is given.
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", _telemetry.Address.ToString());
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        Environment.SetEnvironmentVariable("OTEL_METRIC_EXPORT_INTERVAL", "1000");
        // Each is told of the others while the demo runs, and not a minute later.
        Environment.SetEnvironmentVariable("Audit__AnchorEvery", "00:00:04");
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>([$"--RunFolder={_folder.FullName}"]);
        _application = await builder.BuildAsync();
        using var limit = new CancellationTokenSource(StartLimit);
        await _application.StartAsync(limit.Token);
        try
        {
            // One that cannot start ends the wait at once.
            await foreach (var healthy in Task.WhenEach(Services.Select(name => HealthyAsync(name, limit.Token))))
            {
                await healthy;
            }
        }
        catch (DistributedApplicationException)
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        await Telemetry.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>What serves callers.</summary>
    public static IReadOnlyList<string> Services { get; } =
        ["gateway", "registration", "training", "loans", "stabilization", "welfare-posts", "statistics"];

    private Task<ResourceEvent> HealthyAsync(string name, CancellationToken cancellationToken) =>
        Application.ResourceNotifications.WaitForResourceHealthyAsync(
            name, WaitBehavior.StopOnResourceUnavailable, cancellationToken);
}
