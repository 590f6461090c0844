using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Funds;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Loan = Wenye.Loans.Data.Loan;

namespace Wenye.Loans.Features.Books.RecordDisbursement;

/// <summary>Pays a loan out (放款), under the locks of loan and fund: no two together exceed what the fund may guarantee.</summary>
internal sealed class RecordDisbursementHandler(
    LoansDbContext database, LoanQueries loans, FundLimits limits, FirstDrawdowns firsts, EntryBooking booking, Schedules schedules, BookAnswers answers, HandledRequests requests,
    LoanFields fields, TimeProvider time)
{
    public async Task<RecordDisbursementResponse> HandleAsync(RecordDisbursementRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var loan = await loans.HoldOwnAsync(id, caller, cancellation);
        if (await requests.FindAsync<RecordDisbursementResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        Schedules.Demand(loan.DemandInForce(), request.Schedule);
        await DemandCounterGuaranteeAsync(loan, cancellation);
        var fund = await loans.HoldFundAsync(loan.FundId, cancellation);
        var decision = await limits.DecideAsync(fund, request.AmountFen, cancellation);
        if (decision.Outcome == Outcome.Granted)
        {
            Book(loan, request, caller);
            fund.ExposureFen += request.AmountFen;
            await schedules.SetAsync(loan, request.Schedule, cancellation);
            loan.StepBy(HandledBy.Of(request.Handling, caller, time), "放款");
        }

        var answer = new RecordDisbursementResponse { Disbursed = decision.Outcome == Outcome.Granted, Loan = answers.Of(loan), Decision = decision.ToContract() };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task DemandCounterGuaranteeAsync(Loan loan, CancellationToken cancellation)
    {
        if (loan.DrawnFen == 0 && (await firsts.WithoutCounterGuaranteeAsync([loan], cancellation)).Count > 0)
        {
            throw RpcErrors.FailedPrecondition("COUNTER_GUARANTEE_MISSING", FirstDrawdowns.Message);
        }
    }

    private void Book(Loan loan, RecordDisbursementRequest request, Caller caller)
    {
        var isFirst = loan.DrawnFen == 0;
        var told = new EntryFacts { Kind = LoanEntryKind.Drawdown, On = request.On, PrincipalFen = request.AmountFen, Reference = request.Reference };
        var booked = booking.Book(loan, told, caller.Agency);
        if (booked.Fault is { } fault)
        {
            throw RpcErrors.FailedPrecondition("BOOK_CONFLICT", "该笔放款与台账不符", fault);
        }

        if (booked.Entry is not { } entry)
        {
            throw RpcErrors.FailedPrecondition("REFERENCE_USED", "该业务编号的放款已登记", new FieldError("reference", "请核对业务编号，同一贷款内不能重复"));
        }

        database.Publish(loan.Disbursed(entry, isFirst));
    }

    private Guid Demand(RecordDisbursementRequest request)
    {
        var faults = new RequestFaults();
        var id = faults.LoanId(request.LoanId);
        faults.PastDay(request.On, fields.Today).Amount(request.AmountFen).Reference(request.Reference)
            .Schedule(request.Schedule, required: false).Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        return id;
    }
}
