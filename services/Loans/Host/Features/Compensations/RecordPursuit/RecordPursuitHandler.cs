using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Books;
using Wenye.Loans.Features.Books;
using Wenye.Loans.Features.Funds;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Compensation = Wenye.Loans.Data.Compensation;
using Loan = Wenye.Loans.Data.Loan;
using LoanEntry = Wenye.Loans.Data.LoanEntry;

namespace Wenye.Loans.Features.Compensations.RecordPursuit;

/// <summary>Books what came back after compensation (追偿收回), shared between fund and bank as the loss was.</summary>
internal sealed class RecordPursuitHandler(
    LoansDbContext database, CompensationQueries compensations, FundBook book, EntryBooking booking, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<RecordPursuitResponse> HandleAsync(RecordPursuitRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var held = await compensations.HoldOwnAsync(id, caller, cancellation);
        if (await requests.FindAsync<RecordPursuitResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var one = held.One;
        CompensationQueries.DemandState(one, one.State == CompensationState.WrittenOff ? one.State : CompensationState.Settled, "追偿");
        var (owedToFund, owedToBank) = (one.ClaimFen + one.WrittenOffFen, one.BankFen - one.RecoveredByBankFen);
        new RequestFaults()
            .Demand(request.On.ToDay() >= one.SettledOn, "on", "追偿收回日期不应早于代偿日，请核对")
            .Demand(request.AmountFen <= owedToFund + owedToBank, "amount_fen", "追偿收回金额超过尚未清偿的金额，请核对")
            .ThrowIfAny();
        var toFund = PursuitShare.OfFund(one.FundShare!.Value, request.AmountFen, (one.RecoveredFen, owedToFund), (one.RecoveredByBankFen, owedToBank));
        await BookAsync(held, request, toFund, HandledBy.Of(request.Handling, caller, time), cancellation);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new RecordPursuitResponse { Compensation = one.WithHistory(caller) }, cancellation);
    }

    private async Task BookAsync(HeldCompensation held, RecordPursuitRequest request, long toFund, HandledBy by, CancellationToken cancellation)
    {
        var (one, loan, fund) = held;
        var (on, toBank) = (request.On.ToDay(), request.AmountFen - toFund);
        if (toFund > 0)
        {
            await book.BookAsync(fund, FundEntryKind.Pursuit, on, toFund, request.Reference, loan.Id, by, cancellation);
        }

        WriteBack(loan, one, request, toFund, by.Agency);

        // What comes to the bank goes to its principal first.
        var principal = Math.Min(loan.OutstandingFen, toBank);
        var entry = booking.Entry(loan, LoanEntryKind.Pursuit, on, $"pursuit:{request.Reference}", by.Agency, -principal, toBank - principal, -toFund);
        if (EntryBooking.Book(loan, entry).Fault is { } fault)
        {
            throw RpcErrors.FailedPrecondition("BOOK_CONFLICT", "追偿收回与台账不符", fault);
        }

        one.RecoveredFen += toFund;
        one.RecoveredByBankFen += toBank;
        CompensationQueries.MoveTo(
            one, one.WrittenOffFen > 0 ? CompensationState.WrittenOff : one.ClaimFen == 0 ? CompensationState.Recovered : CompensationState.Settled, by, "追偿收回");
        loan.StepBy(by, "追偿收回");
    }

    // What was written off and comes back was not lost: the claim stands again by as much, from the day of the write-off or of the payment.
    private void WriteBack(Loan loan, Compensation one, RecordPursuitRequest request, long toFund, string agency)
    {
        if (one.WrittenOffFen == 0 || toFund == 0)
        {
            return;
        }

        var (on, written) = (request.On.ToDay(), loan.Entries.Where(entry => entry.Kind == LoanEntryKind.WriteOff && entry.ClaimFen < 0).Max(entry => entry.On));
        var entry = booking.Entry(loan, LoanEntryKind.WriteOff, on > written ? on : written, $"write-back:{request.Reference}", agency, claimFen: toFund);
        if (EntryBooking.Book(loan, entry).Fault is { } fault)
        {
            throw RpcErrors.FailedPrecondition("BOOK_CONFLICT", "核销后收回与台账不符", fault);
        }

        one.WrittenOffFen -= toFund;
    }

    private Guid Demand(RecordPursuitRequest request)
    {
        var faults = new RequestFaults();
        var id = CompensationQueries.Id(faults, request.CompensationId);
        faults.PastDay(request.On, fields.Today).Amount(request.AmountFen).Reference(request.Reference)
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        return id;
    }
}
