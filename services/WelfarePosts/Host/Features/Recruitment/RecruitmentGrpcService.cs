using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Features.Recruitment.CancelRound;
using Wenye.WelfarePosts.Features.Recruitment.CloseRound;
using Wenye.WelfarePosts.Features.Recruitment.ConfirmPublicity;
using Wenye.WelfarePosts.Features.Recruitment.GetCandidacy;
using Wenye.WelfarePosts.Features.Recruitment.GetRanking;
using Wenye.WelfarePosts.Features.Recruitment.GetRound;
using Wenye.WelfarePosts.Features.Recruitment.ListCandidacies;
using Wenye.WelfarePosts.Features.Recruitment.ListPublicNames;
using Wenye.WelfarePosts.Features.Recruitment.ListRounds;
using Wenye.WelfarePosts.Features.Recruitment.OpenRound;
using Wenye.WelfarePosts.Features.Recruitment.PublishRound;
using Wenye.WelfarePosts.Features.Recruitment.RaiseObjection;
using Wenye.WelfarePosts.Features.Recruitment.RankCandidates;
using Wenye.WelfarePosts.Features.Recruitment.ResolveObjection;
using Wenye.WelfarePosts.Features.Recruitment.StartPublicity;
using Wenye.WelfarePosts.Features.Recruitment.SubmitCandidacy;
using Wenye.WelfarePosts.Features.Recruitment.SupplyEvidence;
using Wenye.WelfarePosts.Features.Recruitment.WithdrawCandidacy;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>Recruitment (公益性岗位招聘接口); each rpc is a folder beside this file.</summary>
internal sealed class RecruitmentGrpcService(
    OpenRoundHandler openRound,
    PublishRoundHandler publishRound,
    CloseRoundHandler closeRound,
    CancelRoundHandler cancelRound,
    GetRoundHandler getRound,
    ListRoundsHandler listRounds,
    SubmitCandidacyHandler submitCandidacy,
    SupplyEvidenceHandler supplyEvidence,
    WithdrawCandidacyHandler withdrawCandidacy,
    RankCandidatesHandler rankCandidates,
    GetRankingHandler getRanking,
    StartPublicityHandler startPublicity,
    ListPublicNamesHandler listPublicNames,
    RaiseObjectionHandler raiseObjection,
    ResolveObjectionHandler resolveObjection,
    ConfirmPublicityHandler confirmPublicity,
    GetCandidacyHandler getCandidacy,
    ListCandidaciesHandler listCandidacies)
    : RecruitmentService.RecruitmentServiceBase
{
    public override Task<OpenRoundResponse> OpenRound(OpenRoundRequest request, ServerCallContext context) =>
        openRound.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<PublishRoundResponse> PublishRound(PublishRoundRequest request, ServerCallContext context) =>
        publishRound.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CloseRoundResponse> CloseRound(CloseRoundRequest request, ServerCallContext context) =>
        closeRound.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CancelRoundResponse> CancelRound(CancelRoundRequest request, ServerCallContext context) =>
        cancelRound.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetRoundResponse> GetRound(GetRoundRequest request, ServerCallContext context) =>
        getRound.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListRoundsResponse> ListRounds(ListRoundsRequest request, ServerCallContext context) =>
        listRounds.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SubmitCandidacyResponse> SubmitCandidacy(SubmitCandidacyRequest request, ServerCallContext context) =>
        submitCandidacy.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SupplyEvidenceResponse> SupplyEvidence(SupplyEvidenceRequest request, ServerCallContext context) =>
        supplyEvidence.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<WithdrawCandidacyResponse> WithdrawCandidacy(WithdrawCandidacyRequest request, ServerCallContext context) =>
        withdrawCandidacy.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RankCandidatesResponse> RankCandidates(RankCandidatesRequest request, ServerCallContext context) =>
        rankCandidates.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetRankingResponse> GetRanking(GetRankingRequest request, ServerCallContext context) =>
        getRanking.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<StartPublicityResponse> StartPublicity(StartPublicityRequest request, ServerCallContext context) =>
        startPublicity.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListPublicNamesResponse> ListPublicNames(ListPublicNamesRequest request, ServerCallContext context) =>
        listPublicNames.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RaiseObjectionResponse> RaiseObjection(RaiseObjectionRequest request, ServerCallContext context) =>
        raiseObjection.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ResolveObjectionResponse> ResolveObjection(ResolveObjectionRequest request, ServerCallContext context) =>
        resolveObjection.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ConfirmPublicityResponse> ConfirmPublicity(ConfirmPublicityRequest request, ServerCallContext context) =>
        confirmPublicity.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetCandidacyResponse> GetCandidacy(GetCandidacyRequest request, ServerCallContext context) =>
        getCandidacy.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListCandidaciesResponse> ListCandidacies(ListCandidaciesRequest request, ServerCallContext context) =>
        listCandidacies.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
