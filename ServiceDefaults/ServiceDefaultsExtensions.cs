using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Wenye.ServiceDefaults;

/// <summary>What every service has in common (公共服务缺省配置).</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Endpoints, telemetry, health, token checks, gRPC and graceful shutdown (添加公共配置).</summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        builder.AddServiceEndpoints();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks();
        builder.Services.AddGrpc();
        return builder;
    }

    /// <summary>Access check, health and liveness (启用公共配置). The service maps its own gRPC services after it.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.MapHealthChecks("/health");
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false });
        return app;
    }
}
