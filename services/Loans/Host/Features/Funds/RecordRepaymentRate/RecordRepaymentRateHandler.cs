using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using FundYear = Wenye.Loans.Data.FundYear;

namespace Wenye.Loans.Features.Funds.RecordRepaymentRate;

/// <summary>States a year's repayment rate (填报到期还款率); said again it replaces what was said, and the step stays.</summary>
internal sealed class RecordRepaymentRateHandler(
    LoansDbContext database, FundQueries funds, FundBook book, FundAnswers answers, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    private const int FirstYear = 2002;

    public async Task<RecordRepaymentRateResponse> HandleAsync(RecordRepaymentRateRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var fund = await funds.HoldOwnAsync(id, caller, cancellation);
        if (await requests.FindAsync<RecordRepaymentRateResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var rate = request.Rate;
        if (await database.Set<FundYear>().SingleOrDefaultAsync(one => one.FundId == id && one.Year == rate.Year, cancellation) is { } stated)
        {
            (stated.DueFen, stated.RecoveredFen) = (rate.DueFen, rate.RecoveredFen);
        }
        else
        {
            database.Add(new FundYear { FundId = id, Year = rate.Year, DueFen = rate.DueFen, RecoveredFen = rate.RecoveredFen });
        }

        await book.StepAsync(fund, nameof(RecordRepaymentRate), HandledBy.Of(request.Handling, caller, time), cancellation);
        await database.SaveChangesAsync(cancellation);
        var answer = new RecordRepaymentRateResponse { Fund = await answers.WholeAsync(fund, caller, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private Guid Demand(RecordRepaymentRateRequest request)
    {
        var (faults, rate) = (new RequestFaults(), request.Rate ?? new());
        var id = faults.FundId(request.FundId);
        faults
            .Demand(rate.Year >= FirstYear && rate.Year < fields.Today.Year, "rate.year", "请填写已结束的年度")
            .Demand(rate.DueFen >= 0, "rate.due_fen", "应回收金额以分为单位，不小于零")
            .Demand(rate.RecoveredFen >= 0 && rate.RecoveredFen <= rate.DueFen, "rate.recovered_fen", "实际回收金额以分为单位，不小于零，不超过应回收金额")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        return id;
    }
}
