using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Features.Reports.CompareReportVersions;
using Wenye.Statistics.Features.Reports.ExportReport;
using Wenye.Statistics.Features.Reports.GetReport;
using Wenye.Statistics.Features.Reports.ListReports;
using Wenye.Statistics.Features.Reports.RestateReport;
using Wenye.Statistics.Features.Reports.ReturnReport;
using Wenye.Statistics.Features.Reports.SubmitReport;
using Wenye.Statistics.Features.Reports.VerifyReport;

namespace Wenye.Statistics.Features.Reports;

/// <summary>The calls of reports (报表接口); each is a folder beside this.</summary>
internal sealed class ReportGrpcService(
    GetReportHandler get, ListReportsHandler list, SubmitReportHandler submit, VerifyReportHandler verify, ReturnReportHandler sendBack, RestateReportHandler restate,
    CompareReportVersionsHandler compare, ExportReportHandler export) : ReportService.ReportServiceBase
{
    public override Task<GetReportResponse> GetReport(GetReportRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListReportsResponse> ListReports(ListReportsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SubmitReportResponse> SubmitReport(SubmitReportRequest request, ServerCallContext context) =>
        submit.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<VerifyReportResponse> VerifyReport(VerifyReportRequest request, ServerCallContext context) =>
        verify.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReturnReportResponse> ReturnReport(ReturnReportRequest request, ServerCallContext context) =>
        sendBack.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RestateReportResponse> RestateReport(RestateReportRequest request, ServerCallContext context) =>
        restate.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CompareReportVersionsResponse> CompareReportVersions(CompareReportVersionsRequest request, ServerCallContext context) =>
        compare.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task ExportReport(ExportReportRequest request, IServerStreamWriter<ExportReportResponse> responseStream, ServerCallContext context) =>
        export.HandleAsync(request, responseStream, Caller.From(context), context.CancellationToken);
}
