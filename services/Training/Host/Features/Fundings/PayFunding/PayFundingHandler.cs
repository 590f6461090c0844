using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Fundings.Deciding;

namespace Wenye.Training.Features.Fundings.PayFunding;

/// <summary>Makes payable what of a funding has its ground by today (办理拨付); two calls at once, in line, pay once.</summary>
internal sealed class PayFundingHandler(
    TrainingDbContext database, FundingFactsReader facts, FundingDecisions decisions, FundingPayables payables, HandledRequests requests, TimeProvider time)
{
    public async Task<PayFundingResponse> HandleAsync(PayFundingRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.FundingId(request.FundingId);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var funding = await database.HoldFundingAsync(id, caller, cancellation);
        if (await requests.FindAsync<PayFundingResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        funding.DemandOpen();
        var known = await facts.ReadAsync(funding, cancellation);
        var outcome = decisions.Take(funding, known);
        var by = HandledBy.Of(request.Handling, caller, time);
        var added = await payables.AddAsync(funding, known, outcome.Due, by, cancellation);
        Note(funding, outcome, added, by);
        var answer = new PayFundingResponse { Funding = funding.WithClauses(known), Added = { added } };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    // What was refused before anything was paid is over: another funding may pay its classes.
    private static void Note(Data.Funding funding, FundingOutcome outcome, IReadOnlyList<FundingStage> added, HandledBy by)
    {
        var refused = outcome.Outcome == Outcome.Refused && funding.Payments.Count == 0;
        funding.MoveTo(
            refused ? FundingState.Refused : FundingState.Open, by,
            added.Count > 0 ? $"转入拨付：{string.Join('、', added.Select(FundingSteps.NameOf))}" : refused ? "不符合规定，不予拨付" : "没有新的应拨付款项");
        foreach (var one in funding.Classes)
        {
            one.Pays = !refused;
        }
    }
}
