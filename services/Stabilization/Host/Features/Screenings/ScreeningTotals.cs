using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Screenings;

namespace Wenye.Stabilization.Features.Screenings;

/// <summary>What came of a run so far, against the funds (汇总与基金结余).</summary>
internal sealed class ScreeningTotals(StabilizationDbContext database)
{
    public async Task<Screening> OfAsync(StoredScreening screening, CancellationToken cancellation)
    {
        var tally = screening.Tally is { } drawnUp ? ScreeningTally.Read(drawnUp) : ScreeningTally.Sum(await PartsAsync(screening.Id, cancellation));
        var month = YearMonth.Of(screening.AsOf).AddMonths(-1).FirstDay;
        var balances = await database.Set<PoolFund>().Where(fund => fund.Month == month).ToDictionaryAsync(fund => fund.Pool, fund => fund.BalanceFen, cancellation);
        return screening.Answer(tally, balances);
    }

    private async Task<IEnumerable<ScreeningTally>> PartsAsync(Guid screening, CancellationToken cancellation)
    {
        var parts = await database.Set<ScreeningShard>()
            .Where(shard => shard.ScreeningId == screening && shard.Tally != null).Select(shard => shard.Tally!).ToListAsync(cancellation);
        return parts.Select(ScreeningTally.Read);
    }
}
