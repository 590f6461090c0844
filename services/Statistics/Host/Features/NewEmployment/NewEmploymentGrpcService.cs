using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Features.NewEmployment.GetEmploymentRecord;
using Wenye.Statistics.Features.NewEmployment.ImportEmploymentFacts;
using Wenye.Statistics.Features.NewEmployment.ListEmploymentRecords;
using Wenye.Statistics.Features.NewEmployment.ListImportedFacts;
using Wenye.Statistics.Features.NewEmployment.ListNewEmployment;
using Wenye.Statistics.Features.NewEmployment.RebuildNewEmployment;

namespace Wenye.Statistics.Features.NewEmployment;

/// <summary>The calls of new urban employment (城镇新增就业接口); each is a folder beside this.</summary>
internal sealed class NewEmploymentGrpcService(
    ListNewEmploymentHandler list, ListEmploymentRecordsHandler records, GetEmploymentRecordHandler get, RebuildNewEmploymentHandler rebuild, ImportEmploymentFactsHandler import,
    ListTargetsHandler targets, ListPlaceClassesHandler classes)
    : NewEmploymentService.NewEmploymentServiceBase
{
    public override Task<ListNewEmploymentResponse> ListNewEmployment(ListNewEmploymentRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListEmploymentRecordsResponse> ListEmploymentRecords(ListEmploymentRecordsRequest request, ServerCallContext context) =>
        records.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetEmploymentRecordResponse> GetEmploymentRecord(GetEmploymentRecordRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RebuildNewEmploymentResponse> RebuildNewEmployment(RebuildNewEmploymentRequest request, ServerCallContext context) =>
        rebuild.HandleAsync(Caller.From(context), context.CancellationToken);

    public override Task<ImportEmploymentFactsResponse> ImportEmploymentFacts(IAsyncStreamReader<ImportEmploymentFactsRequest> requestStream, ServerCallContext context) =>
        import.HandleAsync(requestStream, Caller.From(context), context.CancellationToken);

    public override Task<ListEmploymentFactFaultsResponse> ListEmploymentFactFaults(ListEmploymentFactFaultsRequest request, ServerCallContext context) =>
        import.FaultsAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListTargetsResponse> ListTargets(ListTargetsRequest request, ServerCallContext context) =>
        targets.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListPlaceClassesResponse> ListPlaceClasses(ListPlaceClassesRequest request, ServerCallContext context) =>
        classes.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
