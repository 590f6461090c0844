using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Guarantee;
using Wenye.Loans.Features.Books;
using Wenye.Loans.Features.Funds;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Compensation = Wenye.Loans.Data.Compensation;

namespace Wenye.Loans.Features.Compensations.SettleCompensation;

/// <summary>Pays the fund's share to the bank (支付代偿): the debt to the bank becomes in part one to the fund, and is guaranteed no more.</summary>
internal sealed class SettleCompensationHandler(
    LoansDbContext database, CompensationQueries compensations, FundQueries funds, CompensationDecisions decisions, FundBook book, EntryBooking booking, HandledRequests requests,
    LoanFields fields, TimeProvider time)
{
    public async Task<SettleCompensationResponse> HandleAsync(SettleCompensationRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var held = await compensations.HoldOwnAsync(id, caller, cancellation);
        if (await requests.FindAsync<SettleCompensationResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        CompensationQueries.DemandState(held.One, CompensationState.Requested, "支付");
        await SupplyAsync(held, request, cancellation);
        var decision = await decisions.DecideAsync(
            held.One, held.Loan, held.Loan.On(fields.Today).OverdueSince is not null, request.HasCeilingBaseFen ? request.CeilingBaseFen : null, cancellation);
        held.One.Decision = CompensationDecisions.Stored(decision);
        if (decision is { Outcome: Outcome.Granted, Result: { } shares })
        {
            await PayAsync(held, shares, request, HandledBy.Of(request.Handling, caller, time), cancellation);
        }

        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new SettleCompensationResponse { Compensation = held.One.WithHistory(caller) }, cancellation);
    }

    private async Task SupplyAsync(HeldCompensation held, SettleCompensationRequest request, CancellationToken cancellation)
    {
        var (one, loan, _) = held;
        if (loan.OutstandingFen != one.PrincipalFen)
        {
            throw RpcErrors.FailedPrecondition("LOAN_CHANGED", "申请代偿后贷款余额已变动，请先不予代偿，由经办银行按现余额重新申请");
        }

        one.Pursued = request.HasPursued ? request.Pursued : one.Pursued;
        one.CounterGuarantorSettled = request.HasCounterGuarantorSettled ? request.CounterGuarantorSettled : one.CounterGuarantorSettled;
        one.FundShare ??= (await funds.AgreementAsync(loan.FundId, loan.BankId, loan.ContractDate, cancellation))?.FundShare;
    }

    private async Task PayAsync(HeldCompensation held, LossShares shares, SettleCompensationRequest request, HandledBy by, CancellationToken cancellation)
    {
        var (one, loan, fund) = held;
        var principal = Math.Min(shares.FundPays.Fen, Money.Round(Money.FromFen(one.PrincipalFen).Yuan * one.FundShare!.Value).Fen);
        var before = loan.GuaranteedFen();
        if (shares.FundPays.Fen > 0)
        {
            await book.BookAsync(fund, FundEntryKind.Compensation, fields.Today, -shares.FundPays.Fen, request.Reference, loan.Id, by, cancellation);
        }

        var entry = booking.Entry(
            loan, LoanEntryKind.Compensation, fields.Today, $"compensation:{one.Id:N}", by.Agency, -principal, claimFen: shares.FundPays.Fen);
        if (EntryBooking.Book(loan, entry).Fault is { } fault)
        {
            throw RpcErrors.FailedPrecondition("BOOK_CONFLICT", "代偿与台账不符", fault);
        }

        fund.ExposureFen += loan.GuaranteedFen() - before;
        (one.FundFen, one.FundPrincipalFen, one.BankFen, one.SettledOn) = (shares.FundPays.Fen, principal, shares.BankBears.Fen, fields.Today);
        CompensationQueries.MoveTo(one, CompensationState.Settled, by);
        loan.StepBy(by, "担保基金代偿");
    }

    private static Guid Demand(SettleCompensationRequest request)
    {
        var faults = new RequestFaults();
        var id = CompensationQueries.Id(faults, request.CompensationId);
        faults.Reference(request.Reference)
            .Demand(!request.HasCeilingBaseFen || request.CeilingBaseFen > 0, "ceiling_base_fen", "代偿率的计算基数以分为单位，应大于零；没有规定上限时不填")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        return id;
    }
}
