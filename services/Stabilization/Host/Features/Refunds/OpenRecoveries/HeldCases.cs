using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Data;
using Wenye.Persistence;
using Wenye.Stabilization.Data;
using RefundCase = Wenye.Stabilization.Data.RefundCase;

namespace Wenye.Stabilization.Features.Refunds.OpenRecoveries;

/// <summary>A firm that a run holds, with the cases it was paid on (已享受企业).</summary>
/// <param name="FirmId"><see cref="Firm.Id"/>.</param>
/// <param name="Cases">Of the run's year and kind that became payable and were not dropped, newest first.</param>
/// <param name="Position">What it holds in all.</param>
/// <param name="Earlier">Null when the earlier run does not hold it.</param>
/// <param name="Later">By the later run.</param>
internal sealed record FirmHolding(long FirmId, IReadOnlyList<HeldCase> Cases, RefundPosition Position, StoredScreeningResult? Earlier, StoredScreeningResult Later);

/// <summary>A case with what its payable says (已转拨付案件).</summary>
internal sealed record HeldCase(RefundCase Case, long PaidFen, long RecoveredFen)
{
    /// <summary>Asked back and not come back, fen.</summary>
    public long OpenFen => Math.Max(0, Case.ToRecoverFen - RecoveredFen);

    /// <summary>Paid, not come back and not asked back, fen.</summary>
    public long AskableFen => PaidFen - Math.Max(Case.ToRecoverFen, RecoveredFen);
}

/// <summary>Reads the firms of a run that were paid, in pieces, by number (查询已享受企业).</summary>
internal sealed class HeldCases(StabilizationDbContext database, GrantedFirms granted)
{
    /// <summary>The next firms; none when all were read. Their cases are tracked.</summary>
    public async Task<IReadOnlyList<FirmHolding>> ReadAsync(StoredScreening earlier, StoredScreening later, long after, CancellationToken cancellation)
    {
        while (true)
        {
            var ids = await CasesOf(later).Where(r => r.FirmId > after).Select(r => r.FirmId).Distinct().Order().Take(GrantedFirms.AtOnce).ToListAsync(cancellation);
            var firms = await ReadAsync(earlier, later, ids, cancellation);
            if (firms.Count > 0 || ids.Count == 0)
            {
                return firms;
            }

            after = ids[^1];
        }
    }

    private async Task<List<FirmHolding>> ReadAsync(StoredScreening earlier, StoredScreening later, List<long> ids, CancellationToken cancellation)
    {
        var codes = await database.Firms.Where(firm => ids.Contains(firm.Id)).Select(firm => firm.CreditCode).ToListAsync(cancellation);
        var now = await granted.ResultsAsync(later, codes, cancellation);
        var then = await granted.ResultsAsync(earlier, codes, cancellation);
        var positions = await database.PositionsAsync(ids, later, cancellation);
        var rows = await CasesOf(later).Where(r => ids.Contains(r.FirmId))
            .Join(
                database.Set<StoredPayable>().Where(p => p.State != PayableState.Dropped), r => r.PayableId, p => (Guid?)p.Id,
                (refund, payable) => new { refund, payable.PaidFen, payable.RecoveredFen })
            .ToListAsync(cancellation);
        var cases = rows.OrderByDescending(row => row.refund.Id).ToLookup(row => row.refund.FirmId, row => new HeldCase(row.refund, row.PaidFen, row.RecoveredFen));
        return
        [
            .. ids.Where(id => cases.Contains(id) && now.ContainsKey(id)).Select(id =>
                new FirmHolding(id, [.. cases[id]], positions.GetValueOrDefault(id, RefundPosition.Nothing), then.GetValueOrDefault(id), now[id])),
        ];
    }

    // A firm may have moved: a case is asked back on by the pool that paid it.
    private IQueryable<RefundCase> CasesOf(StoredScreening later)
    {
        var (from, to) = DivisionRange.Of(later.Region);
        var (year, kind) = (later.AsOf.Year, (Contracts.Stabilization.V1.RefundKind)later.Kind);
        return database.RefundCases.Where(r => r.Year == year && r.Kind == kind && r.PayableId != null)
            .Where(r => string.Compare(r.Division, from) >= 0 && string.Compare(r.Division, to) < 0);
    }
}
