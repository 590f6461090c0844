using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Wenye.Testing;

/// <summary>A service's real host in the test's process (被测服务), on real sockets of a free port.</summary>
/// <typeparam name="TEntry">Any public type of the host's assembly.</typeparam>
/// <param name="settings">Configuration, as the environment would give it.</param>
/// <param name="clock">What today is; the system's clock when absent.</param>
public sealed class ServiceUnderTest<TEntry>(IReadOnlyDictionary<string, string> settings, TimeProvider? clock = null) : WebApplicationFactory<TEntry>
    where TEntry : class
{
    private GrpcChannel? channel;

    /// <summary>Where the service answers gRPC over h2c.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Starts the host and returns when it listens.</summary>
    public ServiceUnderTest<TEntry> Start()
    {
        UseKestrel();
        StartServer();
        channel = GrpcChannel.ForAddress(Address);
        return this;
    }

    /// <summary>Calls with a bearer token; without one when it is null.</summary>
    public CallInvoker Calls(string? token) => channel!.CreateCallInvoker().Intercept(metadata =>
    {
        if (token is not null)
        {
            metadata.Add("authorization", $"Bearer {token}");
        }

        return metadata;
    });

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.UseSetting("urls", "http://127.0.0.1:0");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        if (clock is not null)
        {
            builder.ConfigureTestServices(services => services.AddSingleton(clock));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        channel?.Dispose();
        base.Dispose(disposing);
    }
}
