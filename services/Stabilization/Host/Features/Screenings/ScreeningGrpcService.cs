using Grpc.Core;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Features.Screenings.CancelScreening;
using Wenye.Stabilization.Features.Screenings.CompareScreenings;
using Wenye.Stabilization.Features.Screenings.ExplainDifference;
using Wenye.Stabilization.Features.Screenings.GetScreening;
using Wenye.Stabilization.Features.Screenings.GetScreeningResult;
using Wenye.Stabilization.Features.Screenings.ListScreenings;
using Wenye.Stabilization.Features.Screenings.StartScreening;
using Wenye.Stabilization.Features.Screenings.StreamScreeningResults;

namespace Wenye.Stabilization.Features.Screenings;

/// <summary>The calls of proactive screening (免申即享筛查接口); each is a folder beside this file.</summary>
internal sealed class ScreeningGrpcService(
    StartScreeningHandler start, GetScreeningHandler get, ListScreeningsHandler list, CancelScreeningHandler cancel,
    StreamScreeningResultsHandler results, GetScreeningResultHandler result, CompareScreeningsHandler compare, ExplainDifferenceHandler explain)
    : ScreeningService.ScreeningServiceBase
{
    public override Task<StartScreeningResponse> StartScreening(StartScreeningRequest request, ServerCallContext context) =>
        start.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetScreeningResponse> GetScreening(GetScreeningRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListScreeningsResponse> ListScreenings(ListScreeningsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CancelScreeningResponse> CancelScreening(CancelScreeningRequest request, ServerCallContext context) =>
        cancel.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task StreamScreeningResults(
        StreamScreeningResultsRequest request, IServerStreamWriter<StreamScreeningResultsResponse> responseStream, ServerCallContext context) =>
        results.HandleAsync(request, responseStream, Caller.From(context), context.CancellationToken);

    public override Task<GetScreeningResultResponse> GetScreeningResult(GetScreeningResultRequest request, ServerCallContext context) =>
        result.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task CompareScreenings(
        CompareScreeningsRequest request, IServerStreamWriter<CompareScreeningsResponse> responseStream, ServerCallContext context) =>
        compare.HandleAsync(request, responseStream, Caller.From(context), context.CancellationToken);

    public override Task<ExplainDifferenceResponse> ExplainDifference(ExplainDifferenceRequest request, ServerCallContext context) =>
        explain.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
