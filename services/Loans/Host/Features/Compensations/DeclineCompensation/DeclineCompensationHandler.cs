using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Books;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Compensations.DeclineCompensation;

/// <summary>Does not pay, with the reason (不予代偿).</summary>
internal sealed class DeclineCompensationHandler(LoansDbContext database, CompensationQueries compensations, HandledRequests requests, TimeProvider time)
{
    public async Task<DeclineCompensationResponse> HandleAsync(DeclineCompensationRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = CompensationQueries.Id(faults, request.CompensationId);
        faults.Demand(request.Handling?.Remarks is { Length: > 0 }, "AAE013", "请填写不予代偿的原因")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var held = await compensations.HoldOwnAsync(id, caller, cancellation);
        if (await requests.FindAsync<DeclineCompensationResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        CompensationQueries.DemandState(held.One, CompensationState.Requested, "不予代偿");
        var by = HandledBy.Of(request.Handling, caller, time);
        CompensationQueries.MoveTo(held.One, CompensationState.Declined, by);
        held.Loan.StepBy(by, "不予代偿");
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new DeclineCompensationResponse { Compensation = held.One.WithHistory(caller) }, cancellation);
    }
}
