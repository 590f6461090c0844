using Microsoft.Net.Http.Headers;

namespace Wenye.Gateway.Pages.Assets;

/// <summary>Serves the pages (页面服务): nothing from elsewhere, nothing within others' pages.</summary>
internal static class SiteEndpoints
{
    // No inline script or style, no other host: what a page shows can only come from this gateway.
    private const string Policy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly (string Route, string File)[] Pages =
        [("/", "index.html"), ("/policy", "policy.html"), ("/notices", "notices.html"), ("/month", "month.html"), ("/warnings", "warnings.html")];

    public static void MapSite(this WebApplication app)
    {
        foreach (var (route, file) in Pages)
        {
            app.MapGet(route, (Site site, HttpContext context) => Serve(site, file, context));
        }

        app.MapGet("/pages/assets/{name}", (string name, Site site, HttpContext context) => Serve(site, name, context));
    }

    private static IResult Serve(Site site, string name, HttpContext context)
    {
        if (site.Find(name) is not { } file)
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        var tag = new EntityTagHeaderValue(file.Tag);
        if (!context.Request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "gzip"))
        {
            return Results.Bytes(file.Content, file.Type, entityTag: tag);
        }

        headers.ContentEncoding = "gzip";
        return Results.Bytes(file.Packed, file.Type, entityTag: tag);
    }
}
