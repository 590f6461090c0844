using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Features.Claims.GetClaim;
using Wenye.Training.Features.Claims.ListClaims;
using Wenye.Training.Features.Claims.ListPublicPersons;
using Wenye.Training.Features.Claims.RecordPriorSubsidies;
using Wenye.Training.Features.Claims.ReviewClaim;
using Wenye.Training.Features.Claims.SubmitClaim;
using Wenye.Training.Features.Claims.SupplyClaimMaterial;
using Wenye.Training.Features.Claims.WithdrawClaim;

namespace Wenye.Training.Features.Claims;

/// <summary>The calls of claims (补贴申领接口); each is a folder beside this file.</summary>
internal sealed class ClaimGrpcService(
    SubmitClaimHandler submit, SupplyClaimMaterialHandler supply, WithdrawClaimHandler withdraw, ReviewClaimHandler review,
    GetClaimHandler get, ListClaimsHandler list, RecordPriorSubsidiesHandler prior, ListPublicPersonsHandler persons)
    : ClaimService.ClaimServiceBase
{
    public override Task<SubmitClaimResponse> SubmitClaim(SubmitClaimRequest request, ServerCallContext context) =>
        submit.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SupplyClaimMaterialResponse> SupplyClaimMaterial(SupplyClaimMaterialRequest request, ServerCallContext context) =>
        supply.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<WithdrawClaimResponse> WithdrawClaim(WithdrawClaimRequest request, ServerCallContext context) =>
        withdraw.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReviewClaimResponse> ReviewClaim(ReviewClaimRequest request, ServerCallContext context) =>
        review.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetClaimResponse> GetClaim(GetClaimRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListClaimsResponse> ListClaims(ListClaimsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordPriorSubsidiesResponse> RecordPriorSubsidies(RecordPriorSubsidiesRequest request, ServerCallContext context) =>
        prior.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListPublicPersonsResponse> ListPublicPersons(ListPublicPersonsRequest request, ServerCallContext context) =>
        persons.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
