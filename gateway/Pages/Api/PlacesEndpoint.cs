using Wenye.Gateway.Pages.Calls;

namespace Wenye.Gateway.Pages.Api;

/// <summary>Divisions as one types (行政区划查找).</summary>
internal static class PlacesEndpoint
{
    private const int LongestText = 40;

    public static void MapPlaces(this RouteGroupBuilder api) => api.MapGet("/places", async (string? q, Places places, CancellationToken cancellation) =>
        q?.Length > LongestText ? PageFaults.Bad("请缩短查找内容。") : Results.Json(await places.FindAsync(q ?? "", cancellation)));
}
