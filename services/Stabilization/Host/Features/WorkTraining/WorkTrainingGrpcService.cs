using Grpc.Core;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Features.WorkTraining.GetClaim;
using Wenye.Stabilization.Features.WorkTraining.ListClaims;
using Wenye.Stabilization.Features.WorkTraining.ReviewClaim;
using Wenye.Stabilization.Features.WorkTraining.SetSpecialAccount;
using Wenye.Stabilization.Features.WorkTraining.SubmitClaim;
using Wenye.Stabilization.Features.WorkTraining.SupplyClaimMaterial;
using Wenye.Stabilization.Features.WorkTraining.WithdrawClaim;

namespace Wenye.Stabilization.Features.WorkTraining;

/// <summary>The calls of work-for-training (以工代训补贴接口); each is a folder beside this file.</summary>
internal sealed class WorkTrainingGrpcService(
    SubmitClaimHandler submit, ReviewClaimHandler review, SupplyClaimMaterialHandler supply, WithdrawClaimHandler withdraw,
    GetClaimHandler get, ListClaimsHandler list, SetSpecialAccountHandler account)
    : WorkTrainingService.WorkTrainingServiceBase
{
    public override Task<SubmitClaimResponse> SubmitClaim(SubmitClaimRequest request, ServerCallContext context) =>
        submit.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReviewClaimResponse> ReviewClaim(ReviewClaimRequest request, ServerCallContext context) =>
        review.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SupplyClaimMaterialResponse> SupplyClaimMaterial(SupplyClaimMaterialRequest request, ServerCallContext context) =>
        supply.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<WithdrawClaimResponse> WithdrawClaim(WithdrawClaimRequest request, ServerCallContext context) =>
        withdraw.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetClaimResponse> GetClaim(GetClaimRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListClaimsResponse> ListClaims(ListClaimsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SetSpecialAccountResponse> SetSpecialAccount(SetSpecialAccountRequest request, ServerCallContext context) =>
        account.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
