// The part of Testcontainers' container API that tests use, over child processes.
using Wenye.ServerProcesses;

namespace DotNet.Testcontainers.Containers;

public interface IContainer : IAsyncDisposable
{
    string Hostname { get; }

    ushort GetMappedPublicPort(int containerPort);

    Task StartAsync(CancellationToken ct = default);

    Task StopAsync(CancellationToken ct = default);
}

public interface IDatabaseContainer : IContainer
{
    string GetConnectionString();
}

/// <summary>A server process behind the container API. Stopped, it can be started again with the same ports and data.</summary>
public abstract class DockerContainer : IDatabaseContainer
{
    private ProcessRun? _run;
    private Server? _server;

    public string Hostname => "localhost";

    public abstract string GetConnectionString();

    public abstract ushort GetMappedPublicPort(int containerPort);

    public async Task StartAsync(CancellationToken ct = default)
    {
        _run ??= await ProcessRun.OpenAsync(ct);
        _server ??= Create(_run);
        await _server.StartAsync(ct);
        await StartedAsync(ct);
    }

    public Task StopAsync(CancellationToken ct = default) => _server?.StopAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
        if (_run is not null)
        {
            await _run.DisposeAsync();
        }
        (_server, _run) = (null, null);
        GC.SuppressFinalize(this);
    }

    protected abstract Server Create(ProcessRun run);

    protected virtual Task StartedAsync(CancellationToken ct) => Task.CompletedTask;
}
