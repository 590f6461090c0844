using System.Collections.Concurrent;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenye.ServiceDefaults;

namespace Wenye.Probe;

/// <summary>A real service host on free ports: ServiceDefaults and the probe, nothing else.</summary>
public sealed class ProbeHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProbeHost(WebApplication app, LogLines logs)
    {
        _app = app;
        Logs = logs;
        var addresses = Addresses(app);
        (Grpc, Http) = (addresses[0], addresses[1]);
        Channel = GrpcChannel.ForAddress(Grpc, new GrpcChannelOptions
        {
            MaxSendMessageSize = null, MaxReceiveMessageSize = null, HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true },
        });
    }

    public Uri Grpc { get; }

    public Uri Http { get; }

    public GrpcChannel Channel { get; }

    public LogLines Logs { get; }

    public ProbeJournal Journal => _app.Services.GetRequiredService<ProbeJournal>();

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a service that believes the issuer.</summary>
    public static async Task<ProbeHost> StartAsync(string? authority, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", "--HEALTH_PORT=0", $"--Auth:Authority={authority}", .. settings,
        ]);
        var logs = new LogLines();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
        builder.AddServiceDefaults();
        builder.Services.AddSingleton<ProbeJournal>();
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGrpcService<ProbeServiceImpl>();
        await app.StartAsync();
        return new ProbeHost(app, logs);
    }

    /// <summary>Where an application listens, in the order in which its endpoints were configured.</summary>
    public static IReadOnlyList<Uri> Addresses(WebApplication app) =>
        [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.Select(address => new Uri(address))];

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>Everything a process logged, as text.</summary>
public sealed class LogLines : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public override string ToString() => string.Join('\n', Lines);

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, Lines);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Writer(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
