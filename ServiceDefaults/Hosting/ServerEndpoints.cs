using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace Wenye.ServiceDefaults;

/// <summary>Where a process listens (监听端口).</summary>
/// <remarks>
/// HTTP/1.1 and HTTP/2 cannot share a port without TLS, so each has its own. Endpoints of the section Kestrel:Endpoints,
/// with TLS if wanted, replace those of the urls and are left to Kestrel.
/// </remarks>
public static class ServerEndpoints
{
    /// <summary>gRPC over h2c on the urls, health over HTTP/1.1 on HEALTH_PORT (服务端口).</summary>
    public static void AddServiceEndpoints(this WebApplicationBuilder builder) =>
        builder.Listen(HttpProtocols.Http2, "HEALTH_PORT", HttpProtocols.Http1);

    /// <summary>HTTP/1.1 on the urls, gRPC over h2c on GRPC_PORT (网关端口).</summary>
    public static void AddGatewayEndpoints(this WebApplicationBuilder builder) =>
        builder.Listen(HttpProtocols.Http1, "GRPC_PORT", HttpProtocols.Http2);

    private static void Listen(
        this WebApplicationBuilder builder, HttpProtocols onUrls, string secondPort, HttpProtocols onSecondPort) =>
        builder.WebHost.ConfigureKestrel((context, kestrel) =>
        {
            var configuration = context.Configuration;
            var urls = (configuration[WebHostDefaults.ServerUrlsKey] ?? "http://localhost:5000")
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(BindingAddress.Parse).ToList();
            if (!configuration.GetSection("Kestrel:Endpoints").Exists())
                urls.ForEach(url => kestrel.Listen(url.Host, url.Port, onUrls, url.Scheme == Uri.UriSchemeHttps));
            if (configuration[secondPort] is { Length: > 0 } port)
                kestrel.Listen(urls[0].Host, int.Parse(port, CultureInfo.InvariantCulture), onSecondPort, tls: false);
        });

    private static void Listen(this KestrelServerOptions kestrel, string host, int port, HttpProtocols protocols, bool tls)
    {
        void Configure(ListenOptions listen)
        {
            listen.Protocols = protocols;
            if (tls)
                listen.UseHttps();
        }

        if (IPAddress.TryParse(host, out var address))
            kestrel.Listen(address, port, Configure);
        else if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            kestrel.ListenLocalhost(port, Configure);
        else
            kestrel.ListenAnyIP(port, Configure);
    }
}
