using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Wenye.Gateway.Tokens;

/// <summary>What tokens name as their issuer (签发方): Auth:Issuer, else the first address the gateway listens on.</summary>
internal sealed class Issuer(IConfiguration configuration, IServer server)
{
    private readonly Lazy<string> _name = new(() => configuration["Auth:Issuer"] is { Length: > 0 } configured
        ? configured.TrimEnd('/')
        : server.Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public string Name => _name.Value;

    /// <summary>The base of the addresses told to a caller (对外地址): as configured, else as the caller came in.</summary>
    public string BaseFor(HttpRequest request) =>
        configuration["Auth:Issuer"] is { Length: > 0 } ? Name : $"{request.Scheme}://{request.Host}";
}
