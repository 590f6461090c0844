using Wenye.Statistics.Data.Warnings;
using Wenye.Statistics.Features.Warnings.ChangeWarning;
using Wenye.Statistics.Features.Warnings.EvaluateWarnings;
using Wenye.Statistics.Features.Warnings.GetWarning;
using Wenye.Statistics.Features.Warnings.ImportMonitoredFirms;
using Wenye.Statistics.Features.Warnings.ListIndicators;
using Wenye.Statistics.Features.Warnings.ListLayoffs;
using Wenye.Statistics.Features.Warnings.ListMonitoredFirms;
using Wenye.Statistics.Features.Warnings.ListWarnings;
using Wenye.Statistics.Features.Warnings.RegisterMonitoredFirm;
using Wenye.Statistics.Features.Warnings.RemoveMonitoredFirm;
using Wenye.Statistics.Features.Warnings.ReportLayoff;

namespace Wenye.Statistics.Features.Warnings;

/// <summary>What early warning needs (失业预警).</summary>
internal static class WarningsSetup
{
    public static void AddWarnings(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WarningTables>();
        builder.Services.AddSingleton<WarningRules>();
        builder.Services.AddScoped<IndicatorQueries>();
        builder.Services.AddScoped<Evaluation>();
        builder.Services.AddScoped<DueEvaluations>();
        builder.Services.AddHostedService<EvaluationWorker>();
        builder.Services.AddScoped<FirmSteps>();
        builder.Services.AddScoped<FirmWriter>();
        builder.Services.AddScoped<ListWarningsHandler>();
        builder.Services.AddScoped<GetWarningHandler>();
        builder.Services.AddScoped<ChangeWarningHandler>();
        builder.Services.AddScoped<ListIndicatorsHandler>();
        builder.Services.AddScoped<EvaluateWarningsHandler>();
        builder.Services.AddScoped<RegisterMonitoredFirmHandler>();
        builder.Services.AddScoped<RemoveMonitoredFirmHandler>();
        builder.Services.AddScoped<ListMonitoredFirmsHandler>();
        builder.Services.AddScoped<ImportMonitoredFirmsHandler>();
        builder.Services.AddScoped<ReportLayoffHandler>();
        builder.Services.AddScoped<ListLayoffsHandler>();
    }
}
