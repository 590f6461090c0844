using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Features.Supervision.GetMarkImport;
using Wenye.WelfarePosts.Features.Supervision.GetQuarterReport;
using Wenye.WelfarePosts.Features.Supervision.ImportMarks;
using Wenye.WelfarePosts.Features.Supervision.ListInspections;
using Wenye.WelfarePosts.Features.Supervision.ListMarkImportFaults;
using Wenye.WelfarePosts.Features.Supervision.ListSignals;
using Wenye.WelfarePosts.Features.Supervision.RecordInspection;

namespace Wenye.WelfarePosts.Features.Supervision;

/// <summary>Marks, signals, inspections and reports (监督检查接口); each rpc is a folder beside this file.</summary>
internal sealed class SupervisionGrpcService(
    ImportMarksHandler importMarks, GetMarkImportHandler getImport, ListMarkImportFaultsHandler listFaults, ListSignalsHandler listSignals,
    RecordInspectionHandler recordInspection, ListInspectionsHandler listInspections, GetQuarterReportHandler getReport)
    : SupervisionService.SupervisionServiceBase
{
    public override Task<ImportMarksResponse> ImportMarks(IAsyncStreamReader<ImportMarksRequest> requestStream, ServerCallContext context) =>
        importMarks.HandleAsync(requestStream, Caller.From(context), context.CancellationToken);

    public override Task<GetMarkImportResponse> GetMarkImport(GetMarkImportRequest request, ServerCallContext context) =>
        getImport.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListMarkImportFaultsResponse> ListMarkImportFaults(ListMarkImportFaultsRequest request, ServerCallContext context) =>
        listFaults.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListSignalsResponse> ListSignals(ListSignalsRequest request, ServerCallContext context) =>
        listSignals.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordInspectionResponse> RecordInspection(RecordInspectionRequest request, ServerCallContext context) =>
        recordInspection.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListInspectionsResponse> ListInspections(ListInspectionsRequest request, ServerCallContext context) =>
        listInspections.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetQuarterReportResponse> GetQuarterReport(GetQuarterReportRequest request, ServerCallContext context) =>
        getReport.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
