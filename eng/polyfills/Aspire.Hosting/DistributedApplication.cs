using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>The composed system: runs until it is told to stop.</summary>
public sealed class DistributedApplication : IHost, IAsyncDisposable
{
    private readonly IHost _host;
    private readonly EntryPointHandover? _handover;

    internal DistributedApplication(IHost host, EntryPointHandover? handover) => (_host, _handover) = (host, handover);

    public IServiceProvider Services => _host.Services;

    public ResourceNotificationService ResourceNotifications => Services.GetRequiredService<ResourceNotificationService>();

    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);

    public static IDistributedApplicationBuilder CreateBuilder(string[] args) =>
        CreateBuilder(new DistributedApplicationOptions { Args = args });

    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options) =>
        new DistributedApplicationBuilder(options);

    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <summary>Starts, waits for Ctrl-C or SIGTERM, and stops; under a test, which starts and stops it, only waits.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (_handover is not null)
        {
            await _handover.Ended.WaitAsync(cancellationToken);
            return;
        }
        try
        {
            await StartAsync(cancellationToken);
            await _host.WaitForShutdownAsync(cancellationToken);
        }
        finally
        {
            await DisposeAsync();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => _host.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken = default) => _host.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // A host that was never stopped stops here: its children must not outlive it.
        if (!Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.IsCancellationRequested)
        {
            await _host.StopAsync();
        }
        await ((IAsyncDisposable)_host).DisposeAsync();
        _handover?.End();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
