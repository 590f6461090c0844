using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Wenye.Hosting;

namespace Wenye.ServiceDefaults;

/// <summary>What every service has in common (公共服务缺省配置).</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>How long a stopping process may finish what it holds (停机宽限): calls, batches, confirms.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(25);

    /// <summary>Endpoints, telemetry, health, token checks, gRPC and graceful shutdown (添加公共配置).</summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        builder.AddServiceEndpoints();
        builder.AddCommonDefaults();
        builder.AddGrpcDefaults();
        return builder;
    }

    /// <summary>What the gateway shares with the services (网关与服务共用的配置): all but endpoints and gRPC services.</summary>
    public static WebApplicationBuilder AddCommonDefaults(this WebApplicationBuilder builder)
    {
        // Before the framework adds the system's own.
        builder.Services.TryAddSingleton(Clock(builder));
        builder.AddQuietLogs();
        builder.AddTelemetry();
        builder.AddHealth();
        builder.AddTokenChecks();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddTransient<ServiceDiscoveryHandler>();
        builder.Services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler<ServiceDiscoveryHandler>());
        return builder;
    }

    /// <summary>Access check, health and liveness (启用公共配置). The service maps its own gRPC services after it.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.UseCallRecords();
        app.UseAuthentication();
        app.UseMiddleware<GrpcAccess>();
        app.UseMiddleware<GrpcDeadline>();
        app.UseMiddleware<UnreadableRequests>();
        app.MapHealth();
        app.MapGrpcHealthChecksService();
        return app;
    }

    // A system that serves people keeps true time: a clock left set there would decide cases of the wrong day.
    private static TimeProvider Clock(WebApplicationBuilder builder) => builder.Configuration[DevelopmentClock.Setting] switch
    {
        null or "" => TimeProvider.System,
        _ when !builder.Environment.IsDevelopment() => throw new InvalidOperationException($"{DevelopmentClock.Setting} is for development only."),
        var file => new DevelopmentClock(file),
    };

    /// <summary>One log line and span tags a gRPC call (启用调用记录).</summary>
    public static void UseCallRecords(this WebApplication app) => app.UseMiddleware<CallRecords>();

    private static void AddGrpcDefaults(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection("Grpc");
        builder.Services.Configure<GrpcLimits>(section);
        var limits = section.Get<GrpcLimits>() ?? new GrpcLimits();
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = limits.MaxReceiveBytes;
            grpc.MaxSendMessageSize = limits.MaxSendBytes;
            grpc.Interceptors.Add<FaultInterceptor>();
            grpc.Interceptors.Add<TextInterceptor>();
            grpc.Interceptors.Add<AuditInterceptor>();
        });
        builder.Services.AddGrpcHealthChecks();
    }
}
