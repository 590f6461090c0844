using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory.Internal;

/// <summary>The channels of the process: one a name, made when first asked for, closed with the application.</summary>
internal sealed class ChannelInvokers(
    IServiceScopeFactory scopes,
    ILoggerFactory loggers,
    IHttpMessageHandlerFactory handlers,
    IOptionsMonitor<HttpClientFactoryOptions> httpOptionsMonitor,
    IOptionsMonitor<GrpcClientFactoryOptions> optionsMonitor) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ChannelInvoker>> _invokers = new();

    public CallInvoker Get(string name) =>
        _invokers.GetOrAdd(name, key => new Lazy<ChannelInvoker>(() => Create(key))).Value.Invoker;

    public void Dispose()
    {
        foreach (var invoker in _invokers.Values.Where(invoker => invoker.IsValueCreated))
        {
            invoker.Value.Channel.Dispose();
            invoker.Value.Scope.Dispose();
        }
    }

    private ChannelInvoker Create(string name)
    {
        var options = optionsMonitor.Get(name);
        var address = ApplyHttpClientActions(name, options);
        var scope = scopes.CreateScope();
        try
        {
            var channelOptions = new GrpcChannelOptions
            {
                HttpHandler = handlers.CreateHandler(name),
                LoggerFactory = loggers,
                ServiceProvider = scope.ServiceProvider,
            };
            foreach (var configure in options.ChannelOptionsActions)
            {
                configure(channelOptions);
            }

            if (options.HasCallCredentials && !CallCredentialsAreSent(address, channelOptions))
            {
                throw new InvalidOperationException(
                    $"The gRPC client '{name}' has call credentials, which are sent over TLS only. Call an https address, or set "
                    + $"{nameof(GrpcChannelOptions.UnsafeUseInsecureChannelCallCredentials)} in ConfigureChannel.");
            }

            var channel = GrpcChannel.ForAddress(address, channelOptions);
            return new ChannelInvoker(
                scope,
                channel,
                channel.CreateCallInvoker().Intercepted(options, InterceptorScope.Channel, scope.ServiceProvider));
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    /// <summary>Takes over what ConfigureHttpClient sets and a channel has: the base address and the default headers.</summary>
    private Uri ApplyHttpClientActions(string name, GrpcClientFactoryOptions options)
    {
        using var client = new HttpClient();
        foreach (var configure in httpOptionsMonitor.Get(name).HttpClientActions)
        {
            configure(client);
        }

        var defaults = client.DefaultRequestHeaders.ToList();
        if (defaults.Count > 0)
        {
            options.CallOptionsActions.Add(call => call.CallOptions = call.CallOptions.WithHeaders(Merged(call.CallOptions.Headers, defaults)));
        }

        return options.Address ?? client.BaseAddress
            ?? throw new InvalidOperationException($"The gRPC client '{name}' has no address; set one in AddGrpcClient or ConfigureHttpClient.");
    }

    private static Metadata Merged(Metadata? headers, List<KeyValuePair<string, IEnumerable<string>>> defaults)
    {
        var merged = new Metadata();
        foreach (var entry in headers ?? Metadata.Empty)
        {
            merged.Add(entry);
        }

        foreach (var (key, values) in defaults.Where(header => headers?.Get(header.Key) is null))
        {
            foreach (var value in values)
            {
                merged.Add(key, value);
            }
        }

        return merged;
    }

    private static bool CallCredentialsAreSent(Uri address, GrpcChannelOptions options) =>
        options.UnsafeUseInsecureChannelCallCredentials
        || address.Scheme == Uri.UriSchemeHttps
        || (address.Scheme != Uri.UriSchemeHttp && options.Credentials is { } credentials && credentials != ChannelCredentials.Insecure);

    private sealed record ChannelInvoker(IServiceScope Scope, GrpcChannel Channel, CallInvoker Invoker);
}

/// <summary>Puts the configured interceptors before an invoker.</summary>
internal static class InterceptedInvoker
{
    public static CallInvoker Intercepted(this CallInvoker invoker, GrpcClientFactoryOptions options, InterceptorScope scope, IServiceProvider services)
    {
        // Shared interceptors stand nearest to the channel, hence are put on first.
        var shared = scope == InterceptorScope.Channel ? invoker.Intercept([.. options.Interceptors]) : invoker;
        return shared.Intercept([.. options.InterceptorRegistrations
            .Where(registration => registration.Scope == scope)
            .Select(registration => registration.Creator(services))]);
    }
}
