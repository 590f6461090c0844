using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Features.Placements.CompleteExit;
using Wenye.WelfarePosts.Features.Placements.CompleteHire;
using Wenye.WelfarePosts.Features.Placements.EndPlacement;
using Wenye.WelfarePosts.Features.Placements.GetPlacement;
using Wenye.WelfarePosts.Features.Placements.ListDueExits;
using Wenye.WelfarePosts.Features.Placements.ListExpiringPlacements;
using Wenye.WelfarePosts.Features.Placements.ListPlacements;
using Wenye.WelfarePosts.Features.Placements.ListVacancies;
using Wenye.WelfarePosts.Features.Placements.RecordConversion;
using Wenye.WelfarePosts.Features.Placements.RecordFiling;
using Wenye.WelfarePosts.Features.Placements.RecordNotice;
using Wenye.WelfarePosts.Features.Placements.RecordServicePlan;
using Wenye.WelfarePosts.Features.Placements.ReportLeaver;
using Wenye.WelfarePosts.Features.Placements.SignContract;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>The calls of PlacementService (在岗人员接口); each is a folder beside this file.</summary>
internal sealed class PlacementGrpcService(
    SignContractHandler signContract, CompleteHireHandler completeHire, RecordFilingHandler recordFiling,
    RecordServicePlanHandler recordServicePlan, RecordNoticeHandler recordNotice, RecordConversionHandler recordConversion,
    EndPlacementHandler endPlacement, CompleteExitHandler completeExit, ReportLeaverHandler reportLeaver,
    GetPlacementHandler getPlacement, ListPlacementsHandler listPlacements,
    ListExpiringPlacementsHandler listExpiringPlacements, ListDueExitsHandler listDueExits,
    ListVacanciesHandler listVacancies)
    : PlacementService.PlacementServiceBase
{
    public override Task<SignContractResponse> SignContract(SignContractRequest request, ServerCallContext context) =>
        signContract.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CompleteHireResponse> CompleteHire(CompleteHireRequest request, ServerCallContext context) =>
        completeHire.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordFilingResponse> RecordFiling(RecordFilingRequest request, ServerCallContext context) =>
        recordFiling.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordServicePlanResponse> RecordServicePlan(RecordServicePlanRequest request, ServerCallContext context) =>
        recordServicePlan.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordNoticeResponse> RecordNotice(RecordNoticeRequest request, ServerCallContext context) =>
        recordNotice.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordConversionResponse> RecordConversion(RecordConversionRequest request, ServerCallContext context) =>
        recordConversion.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<EndPlacementResponse> EndPlacement(EndPlacementRequest request, ServerCallContext context) =>
        endPlacement.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CompleteExitResponse> CompleteExit(CompleteExitRequest request, ServerCallContext context) =>
        completeExit.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReportLeaverResponse> ReportLeaver(ReportLeaverRequest request, ServerCallContext context) =>
        reportLeaver.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetPlacementResponse> GetPlacement(GetPlacementRequest request, ServerCallContext context) =>
        getPlacement.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListPlacementsResponse> ListPlacements(ListPlacementsRequest request, ServerCallContext context) =>
        listPlacements.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListExpiringPlacementsResponse> ListExpiringPlacements(ListExpiringPlacementsRequest request, ServerCallContext context) =>
        listExpiringPlacements.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListDueExitsResponse> ListDueExits(ListDueExitsRequest request, ServerCallContext context) =>
        listDueExits.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListVacanciesResponse> ListVacancies(ListVacanciesRequest request, ServerCallContext context) =>
        listVacancies.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
