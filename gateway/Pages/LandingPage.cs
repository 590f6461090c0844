namespace Wenye.Gateway.Pages;

/// <summary>The page at / (首页): what this is and where to go on. Static, in the assembly itself.</summary>
internal static class LandingPage
{
    public static void MapLandingPage(this WebApplication app)
    {
        using var page = typeof(LandingPage).Assembly.GetManifestResourceStream("Wenye.Gateway.Pages.index.html")!;
        using var reader = new StreamReader(page);
        var html = reader.ReadToEnd();
        app.MapGet("/", () => Results.Content(html, "text/html; charset=utf-8"));
    }
}
