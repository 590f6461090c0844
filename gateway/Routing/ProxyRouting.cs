using System.Net;
using Wenye.ServiceDefaults;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.LoadBalancing;

namespace Wenye.Gateway.Routing;

/// <summary>The reverse proxy for gRPC (反向代理): h2c to the services, nothing buffered, trailers and deadlines as they come.</summary>
internal static class ProxyRouting
{
    // The services end calls by their deadlines; the proxy only ends what neither side has touched for longer than any.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(1);

    public static void AddRouting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ServiceRoutes.All);
        builder.Services.AddAuthorization();
        builder.Services.AddReverseProxy();
        builder.Services.AddSingleton<IProxyConfigProvider>(services =>
        {
            var all = services.GetRequiredService<IReadOnlyList<ServiceRoute>>();
            return new InMemoryConfigProvider(
                ServiceRoutes.Routes(all), [.. all.Select(service => Cluster(service, builder.Configuration))]);
        });
        // Large messages travel in few frames, and a long request does not wait for a window update at every 64 KiB.
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.Http2.InitialConnectionWindowSize = 1024 * 1024;
            kestrel.Limits.Http2.InitialStreamWindowSize = 768 * 1024;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            kestrel.Limits.MaxRequestBodySize = null;
        });
    }

    private static ClusterConfig Cluster(ServiceRoute service, IConfiguration configuration) => new()
    {
        ClusterId = service.Name,
        LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
        Destinations = ServiceAddresses.Of(configuration, service.Name)
            .ToDictionary(address => address.Authority, address => new DestinationConfig { Address = address.AbsoluteUri }, StringComparer.Ordinal),
        HttpClient = new HttpClientConfig { EnableMultipleHttp2Connections = true },
        HttpRequest = new ForwarderRequestConfig
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            ActivityTimeout = LongestSilence,
            AllowResponseBuffering = false,
        },
        // A replica whose connections fail is left out for a while; when all fail, all are tried.
        HealthCheck = new HealthCheckConfig
        {
            AvailableDestinationsPolicy = "HealthyOrPanic",
            Passive = new PassiveHealthCheckConfig
            {
                Enabled = true, Policy = "TransportFailureRate", ReactivationPeriod = TimeSpan.FromSeconds(5),
            },
        },
    };
}
