using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Subsidies;
using Wenye.WelfarePosts.Features.Wages;

namespace Wenye.WelfarePosts.Months;

/// <summary>What everyone of a run has in common (核算公共数据).</summary>
/// <param name="Run">The run.</param>
/// <param name="Booked">Runs of the month that were confirmed before and have any of its counties.</param>
/// <param name="Wages">Minimum wages as they are stated now.</param>
/// <param name="Rates">Rural rates as they are stated now.</param>
internal sealed record MonthBasis(PostMonthRun Run, Guid[] Booked, MinimumWageTable Wages, RuralRates Rates)
{
    public YearMonth Month => YearMonth.Of(Run.Month);

    /// <summary>Reads it (读取).</summary>
    public static async Task<MonthBasis> LoadAsync(WelfarePostsDbContext database, WageBook wages, Guid runId, CancellationToken cancellation)
    {
        var run = await database.Set<PostMonthRun>().AsNoTracking().SingleAsync(one => one.Id == runId, cancellation);
        return new(
            run,
            [.. (await OfMonthAsync(database, run.Month, run.Division, cancellation, MonthRunState.Confirmed)).Select(one => one.Id)],
            await wages.TableAsync(cancellation),
            await wages.RuralRatesAsync(cancellation));
    }

    /// <summary>Runs of a month in these states that have a county in common with a place (同月同地区核算).</summary>
    public static async Task<IReadOnlyList<PostMonthRun>> OfMonthAsync(
        WelfarePostsDbContext database, DateOnly month, string division, CancellationToken cancellation, params MonthRunState[] states)
    {
        var place = DivisionRange.Of(division);
        var runs = await database.Set<PostMonthRun>().AsNoTracking().Where(one => one.Month == month && states.Contains(one.State)).ToListAsync(cancellation);
        return [.. runs.Where(one => Overlap(DivisionRange.Of(one.Division), place))];
    }

    private static bool Overlap(DivisionRange left, DivisionRange right) =>
        string.CompareOrdinal(left.From, right.To) < 0 && string.CompareOrdinal(right.From, left.To) < 0;
}
