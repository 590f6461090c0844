using System.IO.Compression;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Wenye.Rpc.Tests;

[assembly: AssemblyFixture(typeof(EchoServer))]

namespace Wenye.Rpc.Tests;

/// <summary>A server on HTTP/2 without TLS with all that the tests need, and a channel to it.</summary>
public sealed class EchoServer : IAsyncLifetime
{
    private WebApplication? _app;
    private GrpcChannel? _channel;

    public Uri Address { get; private set; } = new("http://localhost");

    public GrpcChannel Channel => _channel ?? throw new InvalidOperationException("The server is not started.");

    public Echo.EchoClient Client => new(Channel);

    public IServiceProvider Services => _app?.Services ?? throw new InvalidOperationException("The server is not started.");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton<Observed>();
        builder.Services.AddGrpc(grpc =>
        {
            grpc.Interceptors.Add<MarkingInterceptor>();
            grpc.CompressionProviders = [new GzipCompressionProvider(CompressionLevel.Fastest), new DeflateCompressionProvider(CompressionLevel.Fastest)];
            grpc.ResponseCompressionAlgorithm = "gzip";
            grpc.ResponseCompressionLevel = CompressionLevel.Fastest;
        });
        builder.Services.AddGrpcClient<Echo.EchoClient>(options => options.Address = Address).EnableCallContextPropagation();
        builder.Services.AddGrpcHealthChecks(options => options.Services.Map("needs-database", check => check.Tags.Contains("database")))
            .AddCheck("self", () => HealthCheckResult.Healthy())
            .AddCheck("database", () => HealthCheckResult.Unhealthy(), tags: ["database"]);
        builder.Services.AddGrpcReflection();
        _app = builder.Build();
        _app.MapGrpcService<EchoService>();
        _app.MapGrpcHealthChecksService();
        _app.MapGrpcReflectionService();
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        _channel = GrpcChannel.ForAddress(Address);
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }
}

/// <summary>Leaves a mark on unary calls that ask for it, and the kind of handler on the others.</summary>
public sealed class MarkingInterceptor : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (context.RequestHeaders.GetValue("x-mark") is { } mark)
        {
            context.UserState["mark"] = mark;
        }

        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        context.ResponseTrailers.Add("x-handler", "server-streaming");
        return continuation(request, responseStream, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        context.ResponseTrailers.Add("x-handler", "client-streaming");
        return continuation(requestStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        context.ResponseTrailers.Add("x-handler", "duplex-streaming");
        return continuation(requestStream, responseStream, context);
    }
}
