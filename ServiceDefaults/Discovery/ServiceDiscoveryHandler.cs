using Microsoft.Extensions.Configuration;

namespace Wenye.ServiceDefaults;

/// <summary>Lets HTTP and gRPC clients call http://registration (按服务名调用): replicas in turn, other hosts untouched.</summary>
public sealed class ServiceDiscoveryHandler(IConfiguration configuration) : DelegatingHandler
{
    private int _turn = -1;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } uri && ServiceAddresses.Of(configuration, uri.Host, uri.Scheme) is { Count: > 0 } replicas)
        {
            var replica = replicas[(int)((uint)Interlocked.Increment(ref _turn) % (uint)replicas.Count)];
            request.RequestUri = new UriBuilder(uri) { Scheme = replica.Scheme, Host = replica.Host, Port = replica.Port }.Uri;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
