using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Claims;
using Wenye.Training.Features.Fundings.Deciding;
using Funding = Wenye.Training.Data.Funding;

namespace Wenye.Training.Features.Fundings.SettleFunding;

/// <summary>Settles a funding (清算): the balance becomes payable, or what was paid too much is to be taken back.</summary>
internal sealed class SettleFundingHandler(
    TrainingDbContext database, FundingFactsReader facts, FundingDecisions decisions, FundingPayables payables, EmploymentRate employment,
    NamedApprentices apprentices, People people,
    HandledRequests requests, TimeProvider time)
{
    public async Task<SettleFundingResponse> HandleAsync(SettleFundingRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = SettleFaults.Demand(request);
        if (await requests.FindAsync<SettleFundingResponse>(caller.Agency, request.RequestId, request, cancellation) is { } early)
        {
            return early;
        }

        // Registration is asked before anything is locked.
        var rate = await employment.OfAsync(id, request, caller, cancellation);
        var employed = await apprentices.EmployedByNowAsync(id, caller, cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var funding = await database.HoldFundingAsync(id, caller, cancellation);
        if (await requests.FindAsync<SettleFundingResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        funding.DemandOpen();
        SettleFaults.DemandFitting(request, funding);
        var known = await facts.ReadAsync(funding, cancellation) with { EmploymentRate = rate };
        SettleFaults.State(request, funding, known.Today);
        await people.TakeTurnsAsync(funding.Named.Select(one => one.TraineeId), named: [], cancellation);
        NamedFinishers.State(request, funding, employed);
        await apprentices.DecideAsync(funding, cancellation);
        var outcome = decisions.Take(funding, known);
        await SettleAsync(funding, known, outcome, HandledBy.Of(request.Handling, caller, time), cancellation);
        var answer = new SettleFundingResponse { Funding = funding.WithClauses(known) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task SettleAsync(Funding funding, FundingFacts known, FundingOutcome outcome, HandledBy by, CancellationToken cancellation)
    {
        if (outcome.Settlement is not { } settlement)
        {
            funding.MoveTo(FundingState.Open, by, "清算所需事实尚未查明");
            return;
        }

        DemandNothingOnItsWay(known);
        var balance = settlement.Total.Fen - known.PaidFen;
        if (balance > 0)
        {
            await payables.AddAsync(funding, known, [new(FundingStage.Balance, Money.FromFen(balance), known.Today, DueOn: null, IsPublic: true)], by, cancellation);
        }

        funding.ToRecoverFen = Math.Max(0, -balance);
        funding.MoveTo(
            FundingState.Settled, by,
            $"清算：应付总额{settlement.Total}元（{settlement.Ground}），已拨付{Money.FromFen(known.PaidFen)}元，{(balance < 0 ? "应收回" : "余款")}{Money.FromFen(Math.Abs(balance))}元");
    }

    // What comes back or is still owed is told to the fen only when no payment is on its way.
    private static void DemandNothingOnItsWay(FundingFacts known)
    {
        if (known.Paid.Values.Any(one => one.State is not (PayableState.Paid or PayableState.Recovered or PayableState.Dropped)))
        {
            throw RpcErrors.FailedPrecondition("PAYABLES_OPEN", "还有款项在办理拨付，请待拨付完成，或作不予拨付处理后再清算");
        }
    }
}
