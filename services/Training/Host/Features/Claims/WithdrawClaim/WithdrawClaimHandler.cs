using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Claims.WithdrawClaim;

/// <summary>Withdraws a claim before its review (撤回): what its lines held is free for the people's other claims.</summary>
internal sealed class WithdrawClaimHandler(TrainingDbContext database, ClaimQueries claims, HandledRequests requests, TimeProvider time)
{
    public async Task<WithdrawClaimResponse> HandleAsync(WithdrawClaimRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var claim = await claims.LoadForChangeAsync(request.ClaimId, caller, cancellation);
        if (await requests.FindAsync<WithdrawClaimResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        ClaimQueries.DemandOpen(claim);
        claim.MoveTo(ClaimState.Withdrawn, HandledBy.Of(request.Handling, caller, time));
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new WithdrawClaimResponse { Claim = claim.ToContract() }, cancellation);
    }
}
