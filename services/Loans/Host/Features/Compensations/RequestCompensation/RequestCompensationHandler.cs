using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Books;
using Wenye.Loans.Features.Books;
using Wenye.Loans.Features.Funds;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Compensation = Wenye.Loans.Data.Compensation;
using Loan = Wenye.Loans.Data.Loan;

namespace Wenye.Loans.Features.Compensations.RequestCompensation;

/// <summary>Asks a fund to pay for an overdue loan (申请代偿).</summary>
internal sealed class RequestCompensationHandler(
    LoansDbContext database, LoanQueries loans, FundQueries funds, CompensationDecisions decisions, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<RequestCompensationResponse> HandleAsync(RequestCompensationRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var loan = await loans.HoldOwnAsync(id, caller, cancellation);
        if (await requests.FindAsync<RequestCompensationResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var agreement = await funds.AgreementAsync(loan.DemandInForce().FundId, loan.BankId, loan.ContractDate, cancellation);
        await DemandDueAsync(loan, agreement?.OverdueDays ?? 1, cancellation);
        var asked = New(loan, request, agreement?.FundShare);
        var decision = await decisions.DecideAsync(asked, loan, isOverdue: true, ceilingBaseFen: null, cancellation);
        asked.Decision = CompensationDecisions.Stored(decision);
        var answer = new RequestCompensationResponse { Decision = decision.ToContract() };
        if (decision.Outcome != Outcome.Refused)
        {
            var by = HandledBy.Of(request.Handling, caller, time);
            CompensationQueries.MoveTo(asked, CompensationState.Requested, by);
            database.Add(asked);
            loan.StepBy(by, "申请代偿");
            answer.Compensation = asked.WithHistory(caller);
        }

        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private Compensation New(Loan loan, RequestCompensationRequest request, decimal? share) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        LoanId = loan.Id,
        FundId = loan.FundId,
        RequestedOn = fields.Today,
        PrincipalFen = loan.OutstandingFen,
        InterestFen = request.InterestFen,
        OverdueInterestFen = request.OverdueInterestFen,
        FundShare = share,
        Pursued = request.HasPursued ? request.Pursued : null,
        CounterGuarantorSettled = request.HasCounterGuarantorSettled ? request.CounterGuarantorSettled : null,
        Decision = "",
    };

    private async Task DemandDueAsync(Loan loan, int days, CancellationToken cancellation)
    {
        if (await database.Set<Compensation>().AnyAsync(one => one.LoanId == loan.Id && one.State != CompensationState.Declined, cancellation))
        {
            throw RpcErrors.FailedPrecondition("COMPENSATION_THERE", "该笔贷款已申请代偿，请勿重复");
        }

        if (loan.On(fields.Today).OverdueSince is not { } since || LoanNotices.OverdueDays(since, fields.Today) < days)
        {
            throw RpcErrors.FailedPrecondition("NOT_OVERDUE_LONG_ENOUGH", "贷款未逾期，或逾期未满合作协议约定的天数，不能申请代偿");
        }
    }

    private static Guid Demand(RequestCompensationRequest request)
    {
        var faults = new RequestFaults();
        var id = faults.LoanId(request.LoanId);
        faults.Demand(request.InterestFen is >= 0 and <= 100_000_000_000, "interest_fen", "利息以分为单位，不小于零，不超过 10 亿元")
            .Demand(request.OverdueInterestFen is >= 0 and <= 100_000_000_000, "overdue_interest_fen", "逾期利息以分为单位，不小于零，不超过 10 亿元")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        return id;
    }
}
