using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.RefundHandling;
using RefundKind = Wenye.Stabilization.Domain.Refunds.RefundKind;

namespace Wenye.Stabilization.Features.Refunds.PrepayRefunds;

/// <summary>Pays first (先预拨): the listed cases of a screening become payable without waiting for the firm, which commits afterwards.</summary>
internal sealed class PrepayRefundsHandler(
    StabilizationDbContext database, GrantedFirms granted, NewRefundCases newCases, RefundPayables payables, RefundCommit commit,
    ParameterSet parameters, TimeProvider time)
{
    public async Task<PrepayRefundsResponse> HandleAsync(PrepayRefundsRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        var screening = await granted.ScreeningAsync(request.ScreeningId, "screening_id", caller, cancellation);
        if (await commit.FindAsync<PrepayRefundsResponse>(caller, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        DemandLawful(screening, ChinaTime.DayOf(by.At));
        var answer = new PrepayRefundsResponse();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await newCases.OneAtATimeAsync(cancellation);
        while (await PrepayAsync(screening, by, answer, cancellation))
        {
            database.ChangeTracker.Clear();
        }

        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    // False when no case was left.
    private async Task<bool> PrepayAsync(StoredScreening screening, HandledBy by, PrepayRefundsResponse answer, CancellationToken cancellation)
    {
        var rows = await database.RefundCases.Where(r => r.ScreeningId == screening.Id && (r.State == RefundState.Listed || r.State == RefundState.Notified))
            .OrderBy(r => r.FirmId).Take(GrantedFirms.AtOnce)
            .Join(database.Firms, r => r.FirmId, firm => firm.Id, (refund, firm) => new { refund, firm }).ToListAsync(cancellation);
        var counts = await newCases.StepCountsAsync([.. rows.Select(row => row.refund.Id)], cancellation);
        await payables.AddAsync([.. rows.Select(row => (row.refund, row.firm))], needsPublicity: _ => false, by, cancellation);
        foreach (var row in rows)
        {
            row.refund.State = RefundState.Prepaid;
            row.refund.Prepaid = true;
        }

        await database.SaveChangesAsync(cancellation);
        await newCases.StepAsync(
            [.. rows.Select(row => RefundSteps.Of(row.refund.Id, RefundState.Prepaid, by, counts.GetValueOrDefault(row.refund.Id) + 1))], cancellation);
        answer.Prepaid += rows.Count;
        answer.AmountFen += rows.Sum(row => row.refund.AmountFen);
        return rows.Count > 0;
    }

    private void DemandLawful(StoredScreening screening, DateOnly today)
    {
        var facts = new RefundPrepaymentFacts { Kind = (RefundKind)screening.Kind };
        var decision = RefundPrepayment.Decide(facts, parameters.At(Division.Parse(screening.Region), today));
        if (decision.Outcome != Outcome.Granted)
        {
            throw RpcErrors.FailedPrecondition(
                "PREPAYMENT_NOT_ALLOWED", $"按{decision.Findings[0].Clause.Citation}，本地此类返还不能先预拨，请由企业确认后办理");
        }
    }
}
