using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using HandledBy = Wenye.ServiceDefaults.HandledBy;

namespace Wenye.Stabilization.Features.WorkTraining.SupplyClaimMaterial;

/// <summary>Supplies or corrects what a claim says (补正): its months are decided again, by the standard of the day of application.</summary>
internal sealed class SupplyClaimMaterialHandler(
    StabilizationDbContext database, ClaimInput input, ClaimDecisions decisions, HandledRequests requests, TimeProvider time)
{
    public async Task<SupplyClaimMaterialResponse> HandleAsync(SupplyClaimMaterialRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults()
            .Add(ClaimInput.Faults(request.Months, atLeastOne: false))
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false))
            .ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var (claim, firm) = await database.LoadForChangeAsync(request.ClaimId, caller, cancellation);
        if (await requests.FindAsync<SupplyClaimMaterialResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        claim.DemandOpen();
        Replace(claim, request);
        claim.ScopeAdded = request.HasScopeAddedAfter20200509 ? request.ScopeAddedAfter20200509 : claim.ScopeAdded;
        await decisions.DecideAsync(claim, firm, cancellation);
        claim.MoveTo(claim.State, HandledBy.Of(request.Handling, caller, time));
        return await requests.SaveAsync(
            caller.Agency, request.RequestId, request, new SupplyClaimMaterialResponse { Claim = claim.ToContract(firm) }, cancellation);
    }

    private void Replace(TrainingClaim claim, SupplyClaimMaterialRequest request)
    {
        foreach (var month in request.Months)
        {
            var firstDay = YearMonth.Parse(month.Month).FirstDay;
            var before = claim.Months.SingleOrDefault(one => one.Month == firstDay)
                ?? throw RpcErrors.InvalidArgument("months", "补正的月份应在本次申领的月份之内，其他月份请另行申领");
            database.Remove(before);
            claim.Months.Remove(before);

            // The context puts it into the claim's months.
            database.Add(input.Stored(month, claim.Id));
        }
    }
}
