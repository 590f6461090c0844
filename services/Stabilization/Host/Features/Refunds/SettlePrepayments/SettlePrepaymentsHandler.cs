using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.RefundHandling;
using Wenye.Stabilization.Features.Screenings;
using Wenye.Stabilization.Screenings;
using RefundCase = Wenye.Stabilization.Data.RefundCase;

namespace Wenye.Stabilization.Features.Refunds.SettlePrepayments;

/// <summary>Settles prepaid cases against a later screening (再清算，多退少补), 26号 四(三).</summary>
internal sealed class SettlePrepaymentsHandler(
    StabilizationDbContext database, GrantedFirms granted, NewRefundCases newCases, RefundCommit commit, ParameterSet parameters, TimeProvider time)
{
    public async Task<SettlePrepaymentsResponse> HandleAsync(SettlePrepaymentsRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        var prepaid = await granted.ScreeningAsync(request.ScreeningId, "screening_id", caller, cancellation);
        var against = await granted.ScreeningAsync(request.AgainstScreeningId, "against_screening_id", caller, cancellation);
        ScreeningQueries.DemandLater(prepaid, against, "against_screening_id", "清算应使用预拨之后、同一年度、同一返还类别的筛查批次，请重新筛查后办理");
        if (await commit.FindAsync<SettlePrepaymentsResponse>(caller, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        var answer = new SettlePrepaymentsResponse();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await newCases.OneAtATimeAsync(cancellation);
        var reassessment = new Reassessment(parameters, prepaid, against);
        var after = 0L;
        while (await SettleAsync(reassessment, prepaid, against, after, by, answer, cancellation) is { } last)
        {
            after = last;
            database.ChangeTracker.Clear();
        }

        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    // The last firm looked at; null when there was none.
    private async Task<long?> SettleAsync(
        Reassessment reassessment, StoredScreening prepaid, StoredScreening against, long after, HandledBy by, SettlePrepaymentsResponse answer,
        CancellationToken cancellation)
    {
        var rows = await database.RefundCases
            .Where(r => r.ScreeningId == prepaid.Id && r.State == RefundState.Prepaid && r.FirmId > after).OrderBy(r => r.FirmId).Take(GrantedFirms.AtOnce)
            .Join(database.Firms, r => r.FirmId, firm => firm.Id, (refund, firm) => new { refund, firm })
            .OrderBy(row => row.refund.FirmId).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return null;
        }

        var committed = rows.Where(row => row.refund.Commitment is not null).Select(row => (row.refund, row.firm)).ToList();
        answer.WithoutCommitment += rows.Count - committed.Count;
        var paid = await PaidAsync(committed, cancellation);
        var settled = await BalancesAsync(reassessment, prepaid, against, [.. committed.Where(one => paid.Contains(one.refund.Id))], cancellation);
        answer.NotSettled += committed.Count - settled.Count;
        await CloseAsync(settled, against, by, answer, cancellation);
        return rows[^1].refund.FirmId;
    }

    private async Task CloseAsync(
        IReadOnlyList<SettledCase> settled, StoredScreening against, HandledBy by, SettlePrepaymentsResponse answer, CancellationToken cancellation)
    {
        var counts = await newCases.StepCountsAsync([.. settled.Select(one => one.Case.Id)], cancellation);
        foreach (var one in settled)
        {
            one.Close(against);
        }

        var further = settled.Where(one => one.TopUpFen > 0).Select(one => (Case: one.Further(against), one.Firm)).ToList();
        answer.Settled += settled.Count;
        answer.ToppedUp += further.Count;
        answer.TopUpFen += further.Sum(one => one.Case.AmountFen);
        answer.ToBeRecovered += settled.Count(one => one.ToRecoverFen > 0);
        answer.ToRecoverFen += settled.Sum(one => one.ToRecoverFen);
        await database.SaveChangesAsync(cancellation);
        await newCases.StepAsync(
            [.. settled.Select(one => RefundSteps.Of(one.Case.Id, RefundState.Settled, by, counts.GetValueOrDefault(one.Case.Id) + 1))], cancellation);

        // 26号 四(三)  按规定向社会公示: what was paid before was not made public, so what is paid on top is.
        await newCases.StoreAsync(further, needsPublicity: _ => true, by, cancellation);
    }

    private async Task<HashSet<Guid>> PaidAsync(IReadOnlyList<(RefundCase Case, Data.Firm Firm)> cases, CancellationToken cancellation)
    {
        var payables = cases.Select(one => one.Case.PayableId!.Value).ToArray();
        return [.. await database.Database.SqlQuery<Guid>(
            $"SELECT subject_id AS \"Value\" FROM payable WHERE id = ANY({payables}) AND state = {(int)PayableState.Paid}").ToListAsync(cancellation)];
    }

    // Those whom the later screening holds and whose due is established.
    private async Task<IReadOnlyList<SettledCase>> BalancesAsync(
        Reassessment reassessment, StoredScreening prepaid, StoredScreening against, List<(RefundCase Case, Data.Firm Firm)> cases, CancellationToken cancellation)
    {
        var ids = cases.Select(one => one.Firm.Id).ToArray();
        var codes = cases.Select(one => one.Firm.CreditCode).ToArray();
        var positions = await database.PositionsAsync(ids, against, cancellation);
        var owed = await database.OwedAsync(ids, against.AsOf.Year, cancellation);
        var then = await granted.ResultsAsync(prepaid, codes, cancellation);
        var now = await granted.ResultsAsync(against, codes, cancellation);
        return
        [
            .. cases.Where(one => now.ContainsKey(one.Firm.Id))
                .Select(one => new SettledCase(
                    one.Case, one.Firm,
                    reassessment.Balance(now[one.Firm.Id], reassessment.Earlier(then.GetValueOrDefault(one.Firm.Id)), positions[one.Firm.Id]),
                    positions[one.Firm.Id], owed.GetValueOrDefault(one.Firm.Id)))
                .Where(one => one.Balance.Change != RefundChange.Unestablished),
        ];
    }
}
