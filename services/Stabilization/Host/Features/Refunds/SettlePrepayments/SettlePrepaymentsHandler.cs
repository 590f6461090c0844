using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
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
        PrepaymentSettlement.DemandComparable(prepaid, against);
        if (await commit.FindAsync<SettlePrepaymentsResponse>(caller, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        var answer = new SettlePrepaymentsResponse();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await newCases.OneAtATimeAsync(cancellation);
        var after = 0L;
        while (await SettleAsync(prepaid, against, after, by, answer, cancellation) is { } last)
        {
            after = last;
            database.ChangeTracker.Clear();
        }

        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    // The last firm looked at; null when there was none.
    private async Task<long?> SettleAsync(
        StoredScreening prepaid, StoredScreening against, long after, HandledBy by, SettlePrepaymentsResponse answer, CancellationToken cancellation)
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
        var due = await DueAsync(against, [.. committed.Select(one => one.firm.CreditCode)], cancellation);
        var settled = committed.Where(one => paid.Contains(one.refund.Id) && due.ContainsKey(one.firm.CreditCode))
            .Select(one => new SettledCase(one.refund, one.firm, due[one.firm.CreditCode])).ToList();
        answer.NotSettled += committed.Count - settled.Count;
        await CloseAsync(settled, against, by, answer, cancellation);
        return rows[^1].refund.FirmId;
    }

    private async Task CloseAsync(
        List<SettledCase> settled, StoredScreening against, HandledBy by, SettlePrepaymentsResponse answer, CancellationToken cancellation)
    {
        var counts = await newCases.StepCountsAsync([.. settled.Select(one => one.Case.Id)], cancellation);
        foreach (var one in settled)
        {
            one.Case.State = RefundState.Settled;
            one.Case.ToRecoverFen = Math.Max(0, -one.Difference);
        }

        var further = settled.Where(one => one.Difference > 0).Select(one => (Case: one.Further(against), one.Firm)).ToList();
        answer.Settled += settled.Count;
        answer.ToppedUp += further.Count;
        answer.TopUpFen += further.Sum(one => one.Case.AmountFen);
        answer.ToBeRecovered += settled.Count(one => one.Difference < 0);
        answer.ToRecoverFen += settled.Sum(one => one.Case.ToRecoverFen);
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

    private async Task<Dictionary<string, Money>> DueAsync(StoredScreening against, string[] firms, CancellationToken cancellation)
    {
        var results = await database.Set<StoredScreeningResult>().AsNoTracking()
            .Where(r => r.ScreeningId == against.Id && firms.Contains(r.CreditCode)).ToListAsync(cancellation);
        return results.Select(result => (result.CreditCode, Due: PrepaymentSettlement.Due(against, result, parameters)))
            .Where(one => one.Due is not null).ToDictionary(one => one.CreditCode, one => one.Due!.Value, StringComparer.Ordinal);
    }
}
