using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenye.Persistence;
using Wenye.WelfarePosts.Features.Supervision.GetMarkImport;
using Wenye.WelfarePosts.Features.Supervision.GetQuarterReport;
using Wenye.WelfarePosts.Features.Supervision.ImportMarks;
using Wenye.WelfarePosts.Features.Supervision.ListInspections;
using Wenye.WelfarePosts.Features.Supervision.ListMarkImportFaults;
using Wenye.WelfarePosts.Features.Supervision.ListSignals;
using Wenye.WelfarePosts.Features.Supervision.RecordInspection;

namespace Wenye.WelfarePosts.Features.Supervision;

/// <summary>What the calls of supervision need (监督检查).</summary>
internal static class SupervisionSetup
{
    public static void AddSupervision(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<OpenImports>();
        builder.Services.AddScoped<MarkWriter>();
        builder.Services.AddScoped<Signals>();
        builder.Services.AddScoped<SignalPayments>();
        builder.Services.AddScoped<SignalRecords>();
        builder.Services.AddScoped<ImportMarksHandler>();
        builder.Services.AddScoped<GetMarkImportHandler>();
        builder.Services.AddScoped<ListMarkImportFaultsHandler>();
        builder.Services.AddScoped<ListSignalsHandler>();
        builder.Services.AddScoped<RecordInspectionHandler>();
        builder.Services.AddScoped<ListInspectionsHandler>();
        builder.Services.AddScoped<GetQuarterReportHandler>();
    }
}
