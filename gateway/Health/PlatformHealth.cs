using System.Net;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Wenye.Gateway.Routing;
using Wenye.ServiceDefaults;

namespace Wenye.Gateway.Health;

/// <summary>Health of the whole platform at one address (平台健康状况).</summary>
internal static class PlatformHealth
{
    private const string Client = "platform-health";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void AddPlatformHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHttpClient(Client, http =>
        {
            // The services answer on their gRPC port, which speaks HTTP/2 only.
            http.DefaultRequestVersion = HttpVersion.Version20;
            http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
            http.Timeout = Patience;
        });

    /// <summary>/health: every service; /ready and /alive: the gateway itself (映射健康检查).</summary>
    public static void MapPlatformHealth(this WebApplication app)
    {
        app.MapGet("/health", CheckAsync).DisableRateLimiting();
        app.MapHealthChecks("/ready").DisableRateLimiting();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false }).DisableRateLimiting();
    }

    private static async Task<IResult> CheckAsync(
        IReadOnlyList<ServiceRoute> services, IHttpClientFactory clients, IHostApplicationLifetime lifetime, CancellationToken cancellation)
    {
        var reports = await OfServicesAsync(services, clients, cancellation);
        var healthy = reports.All(report => report.Health.Status == "Healthy") && !lifetime.ApplicationStopping.IsCancellationRequested;
        return Results.Json(
            new
            {
                status = healthy ? "Healthy" : "Unhealthy",
                services = reports.ToDictionary(report => report.Service, report => report.Health, StringComparer.Ordinal),
            },
            statusCode: healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>What every service says of itself, in order of the routes (各服务健康状况).</summary>
    public static async Task<(string Service, HealthSummary Health)[]> OfServicesAsync(
        IReadOnlyList<ServiceRoute> services, IHttpClientFactory clients, CancellationToken cancellation)
    {
        using var http = clients.CreateClient(Client);
        return await Task.WhenAll(services.Select(service => AskAsync(http, service.Name, cancellation)));
    }

    private static async Task<(string Service, HealthSummary Health)> AskAsync(
        HttpClient http, string service, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.GetAsync(new Uri($"http://{service}/health"), cancellation);
            var health = await response.Content.ReadFromJsonAsync<HealthSummary>(cancellation);
            return (service, health ?? Unreachable());
        }
        catch (Exception outage) when (outage is HttpRequestException or OperationCanceledException or System.Text.Json.JsonException)
        {
            return (service, Unreachable());
        }
    }

    private static HealthSummary Unreachable() => new("Unreachable", new Dictionary<string, HealthItem>(StringComparer.Ordinal));
}
