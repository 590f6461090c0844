using Wenye.Gateway.Pages.Api;
using Wenye.Gateway.Pages.Assets;
using Wenye.Gateway.Pages.Calls;
using Wenye.Gateway.Pages.Figures;
using Wenye.Hosting;
using Wenye.ServiceDefaults;

namespace Wenye.Gateway.Pages;

/// <summary>The web pages (网页): static pages of the assembly, and JSON that the gateway asks of the services. Docs: docs/decisions/0090-web-pages.md.</summary>
internal static class PagesExtensions
{
    /// <summary>Configuration key of the file with the development system's day (开发系统日期); only for development.</summary>
    private const string ClockFile = "Pages:ClockFile";

    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ServiceTokens, OwnTokens>();
        builder.Services.AddSingleton<PageCalls>();
        builder.Services.AddSingleton<Places>();
        builder.Services.AddSingleton<Programs>();
        builder.Services.AddSingleton<MonthReader>();
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddSingleton<Site>();

        // Tokens keep true time; the pages stand on the day on which the services of a development system do.
        builder.Services.AddSingleton(new PageClock(
            builder.Environment.IsDevelopment() && builder.Configuration[ClockFile] is { Length: > 0 } file ? new DevelopmentClock(file) : TimeProvider.System));
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapSite();
        var api = app.MapGroup("/pages/api").AddEndpointFilter<PageFaults>();
        api.MapState();
        api.MapPlaces();
        api.MapPolicy();
        api.MapNotices();
        api.MapHires();
        api.MapMonth();
        api.MapWarnings();
        app.MapSessions();
    }
}

/// <summary>What today is on the pages (页面日期).</summary>
internal sealed record PageClock(TimeProvider Time)
{
    /// <summary>In China (中国时间).</summary>
    public DateOnly Today => Policy.ChinaTime.Today(Time);
}
