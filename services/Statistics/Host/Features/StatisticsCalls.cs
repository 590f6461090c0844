using Wenye.Calls;
using Wenye.Statistics.Features.GetRegistrationCount;
using Wenye.Statistics.Features.ListFigureRecords;
using Wenye.Statistics.Features.InternshipForms;
using Wenye.Statistics.Features.ListLoanCounts;
using Wenye.Statistics.Features.ListPaymentCounts;
using Wenye.Statistics.Features.ListRegistrationCounts;
using Wenye.Statistics.Features.ListTrainingCounts;
using Wenye.Statistics.Features.NewEmployment;
using Wenye.Statistics.Features.Reports;
using Wenye.Statistics.Features.Verification;
using Wenye.Statistics.Features.Warnings;

namespace Wenye.Statistics.Features;

/// <summary>Every feature and gRPC service of Statistics (就业统计各接口), one a line.</summary>
internal static class StatisticsCalls
{
    public static void AddFeatures(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<GetRegistrationCountHandler>();
        builder.Services.AddScoped<ListRegistrationCountsHandler>();
        builder.Services.AddScoped<ListPaymentCountsHandler>();
        builder.Services.AddScoped<ListTrainingCountsHandler>();
        builder.Services.AddScoped<ListLoanCountsHandler>();
        builder.Services.AddScoped<ListFigureRecordsHandler>();
        builder.AddNewEmployment();
        builder.AddReports();
        builder.AddVerification();
        builder.AddWarnings();
        builder.AddInternshipForms();
    }

    public static void MapCalls(this WebApplication app)
    {
        app.MapGrpcService<StatisticsGrpcService>();
        app.MapGrpcService<NewEmploymentGrpcService>();
        app.MapGrpcService<ReportGrpcService>();
        app.MapGrpcService<VerificationGrpcService>();
        app.MapGrpcService<EarlyWarningGrpcService>();
        app.MapGrpcService<InternshipFormGrpcService>();
        app.MapGrpcService<DecisionGrpcService>();
        app.MapGrpcService<AuditGrpcService>();
    }
}
