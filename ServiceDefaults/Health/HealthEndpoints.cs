using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Wenye.ServiceDefaults;

/// <summary>Readiness and liveness (健康检查).</summary>
public static class HealthEndpoints
{
    /// <summary>Readiness starts with "is not stopping" (添加健康检查); services add what they depend on.</summary>
    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<NotStopping>("host");

    /// <summary>GET /health: may this process get work, with every check as JSON. GET /alive: should it be left running (映射健康检查).</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteAsync });
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new HealthSummary(
            report.Status.ToString(),
            report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new HealthItem(
                    entry.Value.Status.ToString(), entry.Value.Description, entry.Value.Duration.TotalMilliseconds),
                StringComparer.Ordinal)),
        JsonSerializerOptions.Web,
        context.RequestAborted);
}

/// <summary>The health of a process as /health answers it (健康状况).</summary>
/// <param name="Status">Healthy, Degraded or Unhealthy.</param>
/// <param name="Checks">Each check by name.</param>
public sealed record HealthSummary(string Status, IReadOnlyDictionary<string, HealthItem> Checks);

/// <summary>One check (检查项).</summary>
/// <param name="Status">Healthy, Degraded or Unhealthy.</param>
/// <param name="Description">What the check says of itself; never an exception's text.</param>
/// <param name="Milliseconds">How long the check took, in milliseconds.</param>
public sealed record HealthItem(string Status, string? Description, double Milliseconds);

/// <summary>Unhealthy from the moment the process is told to stop (停机中), so that nobody sends it new work.</summary>
internal sealed class NotStopping(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("stopping")
            : HealthCheckResult.Healthy());
}
