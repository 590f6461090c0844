using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Subsidies;

namespace Wenye.WelfarePosts.Features.Wages;

/// <summary>The wages to which subsidies refer (最低工资标准簿), as they are stated; one small table, read once for a run.</summary>
internal sealed class WageBook(WelfarePostsDbContext database)
{
    private const decimal FenPerYuan = 100;

    /// <summary>Minimum wages of all places and days (最低工资标准表).</summary>
    public async Task<MinimumWageTable> TableAsync(CancellationToken cancellation)
    {
        var stated = await StatedAsync(cancellation, WageKind.Tier, WageKind.Place);
        return new(
            stated.Where(one => one.Wage.Kind == WageKind.Tier).Select(one => new MinimumWageTier(
                Division.Parse(one.Wage.Division), one.Wage.Tier, one.Days, Money.FromFen(one.Wage.MonthlyFen), one.Wage.HourlyFen / FenPerYuan)),
            stated.Where(one => one.Wage.Kind == WageKind.Place).Select(one => new MinimumWagePlace(Division.Parse(one.Wage.Division), one.Wage.Tier, one.Days)));
    }

    /// <summary>Rural rates of all counties and days (乡村岗位小时补贴标准).</summary>
    public async Task<RuralRates> RuralRatesAsync(CancellationToken cancellation) =>
        new((await StatedAsync(cancellation, WageKind.Rural)).Select(one => (Division.Parse(one.Wage.Division), one.Days, one.Wage.HourlyFen / FenPerYuan)));

    /// <summary>What a place's wages of a day are taken from (标准依据): figures of its tier, and its tier, as <see cref="TableAsync"/> has them.</summary>
    /// <returns>Null where <see cref="MinimumWageTable.On"/> has none.</returns>
    public async Task<(Wage Figures, Wage Place)?> CitedAsync(Division place, DateOnly day, CancellationToken cancellation)
    {
        var stated = (await StatedAsync(cancellation, WageKind.Tier, WageKind.Place)).Where(one => one.Days.Contains(day)).Select(one => one.Wage).ToList();
        var own = place.SelfAndAbove.Select(one => stated.Find(wage => wage.Kind == WageKind.Place && wage.Division == one.Code)).FirstOrDefault(one => one is not null);
        var province = place.SelfAndAbove.Single(one => one.Level == DivisionLevel.Province).Code;
        var figures = stated.Find(wage => wage.Kind == WageKind.Tier && wage.Division == province && wage.Tier == own?.Tier);
        return own is null || figures is null ? null : (figures, own);
    }

    /// <summary>What a county's rural rate of a day is taken from (乡村标准依据); null: not stated.</summary>
    public async Task<Wage?> CitedRuralAsync(Division county, DateOnly day, CancellationToken cancellation) =>
        (await StatedAsync(cancellation, WageKind.Rural)).Where(one => one.Wage.Division == county.Code && one.Days.Contains(day)).Select(one => one.Wage).FirstOrDefault();

    // Each holds until the day before the next of its kind: two never overlap.
    private async Task<List<(Wage Wage, DateRange Days)>> StatedAsync(CancellationToken cancellation, params WageKind[] kinds)
    {
        var wages = await database.Set<Wage>().AsNoTracking().Where(one => kinds.Contains(one.Kind)).ToListAsync(cancellation);
        return [.. wages.GroupBy(one => (one.Kind, one.Division, one.Key)).SelectMany(Periods)];
    }

    private static IEnumerable<(Wage Wage, DateRange Days)> Periods(IEnumerable<Wage> wages)
    {
        var ordered = wages.OrderBy(one => one.From).ToList();
        return ordered.Select((wage, i) => (wage, new DateRange(wage.From, i + 1 < ordered.Count ? ordered[i + 1].From.AddDays(-1) : DateOnly.MaxValue)));
    }
}
