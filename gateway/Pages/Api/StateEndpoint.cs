using Wenye.Gateway.Health;
using Wenye.Gateway.Routing;

namespace Wenye.Gateway.Pages.Api;

/// <summary>State of the system for the first page (系统状态): one word a service, nothing of its inside.</summary>
internal static class StateEndpoint
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["registration"] = "失业登记", ["training"] = "职业培训", ["loans"] = "创业担保贷款", ["stabilization"] = "援企稳岗",
        ["welfare-posts"] = "公益性岗位", ["statistics"] = "就业统计",
    };

    public static void MapState(this RouteGroupBuilder api) => api.MapGet("/state", async (
        IReadOnlyList<ServiceRoute> services, IHttpClientFactory clients, PageClock clock, CancellationToken cancellation) => new
        {
            today = clock.Today,
            services = (await PlatformHealth.OfServicesAsync(services, clients, cancellation))
                .Select(report => new { title = Titles.GetValueOrDefault(report.Service, report.Service), healthy = report.Health.Status == "Healthy" }),
        });
}
