using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Wages;

/// <summary>Which months of runs a statement has a part in (涉及月份).</summary>
/// <remarks>Of a tier all of its province: places change tiers, and a re-run of a month that is not concerned brings no difference.</remarks>
internal sealed class TouchedMonths(WelfarePostsDbContext database)
{
    /// <summary>Months that were run while the statement holds, for places of its division or around it, oldest first.</summary>
    public async Task<IReadOnlyList<DateOnly>> OfAsync(Wage wage, CancellationToken cancellation)
    {
        var (from, to) = DivisionRange.Of(wage.Division);
        var (division, first) = (wage.Division, wage.From);
        var next = await database.Set<Wage>().Where(one => one.Kind == wage.Kind && one.Division == division && one.Key == wage.Key && one.From > first)
            .MinAsync(one => (DateOnly?)one.From, cancellation);
        var runs = await database.Set<PostMonthRun>().AsNoTracking()
            .Where(run => run.Month >= first && (next == null || run.Month < next) && run.State != MonthRunState.Rejected)
            .Select(run => new { run.Month, run.Division }).Distinct().ToListAsync(cancellation);
        return [.. runs.Where(run => IsWithin(run.Division, from, to) || DivisionRange.Of(run.Division) is var around && IsWithin(division, around.From, around.To))
            .Select(run => run.Month).Distinct().Order()];
    }

    private static bool IsWithin(string division, string from, string to) => string.CompareOrdinal(division, from) >= 0 && string.CompareOrdinal(division, to) < 0;
}
