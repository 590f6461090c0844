using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Books;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Compensations.WriteOffCompensation;

/// <summary>Writes off what the fund cannot recover (核销), 27号 第十二条: the fund's balance stays, its claim ends.</summary>
internal sealed class WriteOffCompensationHandler(
    LoansDbContext database, CompensationQueries compensations, EntryBooking booking, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<WriteOffCompensationResponse> HandleAsync(WriteOffCompensationRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = CompensationQueries.Id(faults, request.CompensationId);
        faults.Demand(request.Handling?.Remarks is { Length: > 0 }, "AAE013", "请填写核销的批准依据")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var held = await compensations.HoldOfPlaceAsync(id, caller, cancellation);
        if (await requests.FindAsync<WriteOffCompensationResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var (one, loan, _) = held;
        CompensationQueries.DemandState(one, CompensationState.Settled, "核销");
        var by = HandledBy.Of(request.Handling, caller, time);
        var entry = booking.Entry(loan, LoanEntryKind.WriteOff, fields.Today, $"write-off:{one.Id:N}", by.Agency, claimFen: -one.ClaimFen);
        if (EntryBooking.Book(loan, entry).Fault is { } fault)
        {
            throw RpcErrors.FailedPrecondition("BOOK_CONFLICT", "核销与台账不符", fault);
        }

        one.WrittenOffFen = one.ClaimFen;
        CompensationQueries.MoveTo(one, CompensationState.WrittenOff, by);
        loan.StepBy(by, "代偿损失核销");
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new WriteOffCompensationResponse { Compensation = one.WithHistory(caller) }, cancellation);
    }
}
