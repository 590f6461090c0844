using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Loan = Wenye.Loans.Data.Loan;

namespace Wenye.Loans.Features.Books.RecordEntry;

/// <summary>Books what a bank tells of a loan (登记台账事项); the fund's exposure follows.</summary>
internal sealed class RecordEntryHandler(
    LoansDbContext database, LoanQueries loans, EntryBooking booking, BookAnswers answers, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<RecordEntryResponse> HandleAsync(RecordEntryRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var loan = await loans.HoldOwnAsync(id, caller, cancellation);
        if (await requests.FindAsync<RecordEntryResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var before = loan.DemandInForce().GuaranteedFen();
        var booked = booking.Book(loan, request.Entry, caller.Agency);
        if (booked.Fault is { } fault)
        {
            throw RpcErrors.FailedPrecondition("BOOK_CONFLICT", "该事项与台账不符", fault with { Field = $"entry.{fault.Field}" });
        }

        if (booked.Entry is { } entry)
        {
            await FollowAsync(loan, entry, before, cancellation);
            loan.StepBy(HandledBy.Of(request.Handling, caller, time), $"登记台账事项{entry.Sequence}");
        }

        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new RecordEntryResponse { Loan = answers.Of(loan) }, cancellation);
    }

    private async Task FollowAsync(Loan loan, Data.LoanEntry entry, long before, CancellationToken cancellation)
    {
        if (loan.GuaranteedFen() != before)
        {
            (await loans.HoldFundAsync(loan.FundId, cancellation)).ExposureFen += loan.GuaranteedFen() - before;
        }

        if (entry is { Kind: LoanEntryKind.Reversal, PrincipalFen: < 0 })
        {
            database.Publish(loan.Reversed(entry));
        }
    }

    private Guid Demand(RecordEntryRequest request)
    {
        var faults = new RequestFaults();
        var id = faults.LoanId(request.LoanId);
        faults.Entry(request.Entry, fields.Today, "entry.", isFile: false).Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        return id;
    }
}
