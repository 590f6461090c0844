using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using HandledBy = Wenye.ServiceDefaults.HandledBy;

namespace Wenye.Stabilization.Features.WorkTraining.WithdrawClaim;

/// <summary>Withdraws a claim before its review (撤回): what it held is free for the firm's other claims.</summary>
internal sealed class WithdrawClaimHandler(StabilizationDbContext database, HandledRequests requests, TimeProvider time)
{
    public async Task<WithdrawClaimResponse> HandleAsync(WithdrawClaimRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var (claim, firm) = await database.LoadForChangeAsync(request.ClaimId, caller, cancellation);
        if (await requests.FindAsync<WithdrawClaimResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        claim.DemandOpen();
        claim.MoveTo(ClaimState.Withdrawn, HandledBy.Of(request.Handling, caller, time));
        return await requests.SaveAsync(
            caller.Agency, request.RequestId, request, new WithdrawClaimResponse { Claim = claim.ToContract(firm) }, cancellation);
    }
}
