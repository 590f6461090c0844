using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Wenye.Gateway.Health;
using Wenye.Gateway.Pages;
using Wenye.Gateway.RateLimits;
using Wenye.Gateway.Reflection;
using Wenye.Gateway.Routing;
using Wenye.Gateway.Tokens;
using Wenye.ServiceDefaults;

namespace Wenye.Gateway;

/// <summary>The one door to the services (网关): tokens, routing, rate limits, health, reflection.</summary>
public static class GatewayExtensions
{
    /// <summary>Adds everything the gateway is made of (添加网关).</summary>
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        builder.AddGatewayEndpoints();
        builder.AddCommonDefaults();
        builder.AddTokens();
        builder.AddRouting();
        builder.AddRateLimits();
        builder.AddPlatformHealth();
        builder.AddContractReflection();
        builder.AddPages();
        builder.Services.Configure<KeyManagementOptions>(keys =>
            (keys.XmlRepository, keys.XmlEncryptor) = (new SessionKeysInMemory(), new NullXmlEncryptor()));
    }

    /// <summary>Maps it, in the order in which a request meets it (映射网关).</summary>
    public static void MapGateway(this WebApplication app)
    {
        app.UseCallRecords();
        app.UseMiddleware<GrpcRefusals>();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapTokens();
        app.MapPlatformHealth();
        app.MapPages();
        app.MapContractReflection();
        app.MapReverseProxy();
    }
}
