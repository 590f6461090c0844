using Wenye.Statistics.Features.Reports.GetReport;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports;

/// <summary>What reports need (报表).</summary>
internal static class ReportsSetup
{
    public static void AddReports(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReportKinds>();
        builder.Services.AddSingleton<ReportRequests>();
        builder.Services.AddSingleton<LiveReports>();
        builder.Services.AddScoped<GetReportHandler>();
    }
}
