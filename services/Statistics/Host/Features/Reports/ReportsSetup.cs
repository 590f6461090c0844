using Wenye.Statistics.Features.Reports.CompareReportVersions;
using Wenye.Statistics.Features.Reports.ExportReport;
using Wenye.Statistics.Features.Reports.GetReport;
using Wenye.Statistics.Features.Reports.Kinds;
using Wenye.Statistics.Features.Reports.ListReports;
using Wenye.Statistics.Features.Reports.RestateReport;
using Wenye.Statistics.Features.Reports.ReturnReport;
using Wenye.Statistics.Features.Reports.SubmitReport;
using Wenye.Statistics.Features.Reports.VerifyReport;

namespace Wenye.Statistics.Features.Reports;

/// <summary>What reports need (报表).</summary>
internal static class ReportsSetup
{
    public static void AddReports(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReportKinds>();
        builder.Services.AddSingleton<ReportRequests>();
        builder.Services.AddSingleton<LiveReports>();
        builder.Services.AddSingleton<ReportDueDays>();
        builder.Services.AddSingleton<ReportUnits>();
        builder.Services.AddScoped<UnitReports>();
        builder.Services.AddScoped<ReportFreezing>();
        builder.Services.AddScoped<ReadReport>();
        builder.Services.AddScoped<MovedRecords>();
        builder.Services.AddScoped<GetReportHandler>();
        builder.Services.AddScoped<ListReportsHandler>();
        builder.Services.AddScoped<SubmitReportHandler>();
        builder.Services.AddScoped<VerifyReportHandler>();
        builder.Services.AddScoped<ReturnReportHandler>();
        builder.Services.AddScoped<RestateReportHandler>();
        builder.Services.AddScoped<CompareReportVersionsHandler>();
        builder.Services.AddScoped<ExportReportHandler>();
    }
}
