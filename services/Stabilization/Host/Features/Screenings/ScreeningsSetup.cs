using OpenTelemetry.Metrics;
using Wenye.Stabilization.Features.Screenings.CancelScreening;
using Wenye.Stabilization.Features.Screenings.CompareScreenings;
using Wenye.Stabilization.Features.Screenings.ExplainDifference;
using Wenye.Stabilization.Features.Screenings.GetScreening;
using Wenye.Stabilization.Features.Screenings.GetScreeningResult;
using Wenye.Stabilization.Features.Screenings.ListScreenings;
using Wenye.Stabilization.Features.Screenings.StartScreening;
using Wenye.Stabilization.Features.Screenings.StreamScreeningResults;
using Wenye.Stabilization.Screenings;

namespace Wenye.Stabilization.Features.Screenings;

/// <summary>What proactive screening needs (免申即享筛查).</summary>
internal static class ScreeningsSetup
{
    public static void AddScreenings(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<ScreeningOptions>(builder.Configuration.GetSection(ScreeningOptions.Section));
        builder.Services.AddSingleton<ScreeningTelemetry>();
        builder.Services.AddSingleton<RunBasis>();
        builder.Services.AddHostedService<ScreeningWorkers>();
        builder.Services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter(ScreeningTelemetry.Name));
        builder.Services.AddScoped<ScreeningTotals>();
        builder.Services.AddScoped<StartScreeningHandler>();
        builder.Services.AddScoped<GetScreeningHandler>();
        builder.Services.AddScoped<ListScreeningsHandler>();
        builder.Services.AddScoped<CancelScreeningHandler>();
        builder.Services.AddScoped<StreamScreeningResultsHandler>();
        builder.Services.AddScoped<GetScreeningResultHandler>();
        builder.Services.AddScoped<CompareScreeningsHandler>();
        builder.Services.AddScoped<ExplainDifferenceHandler>();
    }
}
