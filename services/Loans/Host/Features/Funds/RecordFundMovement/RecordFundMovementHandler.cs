using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Books;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using GuaranteeFund = Wenye.Loans.Data.GuaranteeFund;

namespace Wenye.Loans.Features.Funds.RecordFundMovement;

/// <summary>Books money paid into a fund or back out of it (注入、退出).</summary>
internal sealed class RecordFundMovementHandler(
    LoansDbContext database, FundQueries funds, FundBook book, FundLimits limits, FundAnswers answers, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<RecordFundMovementResponse> HandleAsync(RecordFundMovementRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var fund = await funds.HoldOwnAsync(id, caller, cancellation);
        if (await requests.FindAsync<RecordFundMovementResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        var amount = request.Kind == FundEntryKind.Return ? -request.AmountFen : request.AmountFen;
        var entry = await book.BookAsync(fund, request.Kind, request.On.ToDay(), amount, request.Reference, loan: null, by, cancellation);
        if (request.Kind == FundEntryKind.Return)
        {
            await DemandCoveredAsync(fund, cancellation);
        }

        await book.StepAsync(fund, nameof(RecordFundMovement), by, cancellation);
        var answer = new RecordFundMovementResponse { Entry = FundAnswers.Of(entry), Fund = await answers.OfAsync(fund, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    // What stays must carry what is guaranteed; with nothing guaranteed the fund may be emptied.
    private async Task DemandCoveredAsync(GuaranteeFund fund, CancellationToken cancellation)
    {
        if (fund.ExposureFen == 0)
        {
            return;
        }

        var decision = await limits.DecideAsync(fund, requestedFen: null, cancellation);
        if (decision.Result is not { Capacity: { } capacity })
        {
            throw RpcErrors.FailedPrecondition("FUND_LIMIT", "担保限额尚不能确定（财金〔2020〕21号 八），有在保贷款时不能退出资金，请先填报上年到期还款率");
        }

        if (fund.ExposureFen > capacity.Fen)
        {
            throw RpcErrors.FailedPrecondition("FUND_LIMIT", "退出后在保余额将超过担保限额（财金〔2020〕21号 八），请减少退出金额");
        }
    }

    private Guid Demand(RecordFundMovementRequest request)
    {
        var faults = new RequestFaults();
        var id = faults.FundId(request.FundId);
        faults.Demand(request.Kind is FundEntryKind.Deposit or FundEntryKind.Return, "kind", "请选择注入或退出；代偿和追偿由各自的接口记账")
            .PastDay(request.On, fields.Today).Amount(request.AmountFen).Reference(request.Reference)
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        return id;
    }
}
