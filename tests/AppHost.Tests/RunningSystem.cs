using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Wenye.AppHost.Tests;

/// <summary>The whole system, as AppHost composes it, running for the tests of a class.</summary>
public sealed class RunningSystem : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wenye-apphost-tests-");
    private DistributedApplication? _application;

    public DistributedApplication Application => _application ?? throw new InvalidOperationException("The system does not run");

    /// <summary>The file that tells ./platform about the running system.</summary>
    public string PlatformFile => Path.Combine(_folder.FullName, "platform.json");

    public async ValueTask InitializeAsync()
    {
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
        _folder.Delete(recursive: true);
    }

    /// <summary>What serves callers.</summary>
    public static IReadOnlyList<string> Services { get; } =
        ["gateway", "registration", "training", "loans", "stabilization", "welfare-posts", "statistics"];

    private Task<ResourceEvent> HealthyAsync(string name, CancellationToken cancellationToken) =>
        Application.ResourceNotifications.WaitForResourceHealthyAsync(
            name, WaitBehavior.StopOnResourceUnavailable, cancellationToken);
}
