using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Subsidies;

/// <summary>The minimum wage of a tier of a province in a period (最低工资档次标准).</summary>
/// <param name="Province">省.</param>
/// <param name="Tier">档次, from 1.</param>
/// <param name="Days">From the day it holds; to <see cref="DateOnly.MaxValue"/> while nothing replaced it (执行期间).</param>
/// <param name="Monthly">Yuan a month (月最低工资标准).</param>
/// <param name="Hourly">Yuan an hour (小时最低工资标准).</param>
public sealed record MinimumWageTier(Division Province, int Tier, DateRange Days, Money Monthly, decimal Hourly);

/// <summary>Which tier a place belongs to in a period (适用档次).</summary>
/// <param name="Place">District, or a city that is all of one tier (地区).</param>
/// <param name="Tier">档次, from 1.</param>
/// <param name="Days">执行期间.</param>
public sealed record MinimumWagePlace(Division Place, int Tier, DateRange Days);

/// <summary>The minimum wages of a place and day (当地最低工资标准).</summary>
/// <param name="Tier">档次.</param>
/// <param name="Monthly">Yuan a month (月).</param>
/// <param name="Hourly">Yuan an hour (小时).</param>
public readonly record struct MinimumWage(int Tier, Money Monthly, decimal Hourly);

/// <summary>Minimum wages by city tier and period, as the province states them (最低工资标准表). Immutable; the platform ships no figures.</summary>
/// <remarks>A place whose tier nobody stated, or a day that no figure covers, is unknown: it is never guessed from a neighbour or a former year.</remarks>
public sealed class MinimumWageTable
{
    private readonly ILookup<(Division Province, int Tier), MinimumWageTier> tiers;
    private readonly ILookup<Division, MinimumWagePlace> places;

    /// <summary>A table of its rows in any order.</summary>
    /// <exception cref="ArgumentException">Two rows of one tier or one place overlap; a tier is not a province's, or a place is no city or district.</exception>
    public MinimumWageTable(IEnumerable<MinimumWageTier> tiers, IEnumerable<MinimumWagePlace> places)
    {
        this.tiers = tiers.ToLookup(one => (one.Province, one.Tier));
        this.places = places.ToLookup(one => one.Place);
        foreach (var of in this.tiers)
        {
            Demand(of.Key.Province.Level == DivisionLevel.Province, nameof(tiers), $"{of.Key.Province} is not a province.");
            Demand(!Overlap([.. of.Select(one => one.Days)]), nameof(tiers), $"Tier {of.Key.Tier} of {of.Key.Province} has two figures on one day.");
        }

        foreach (var of in this.places)
        {
            Demand(of.Key.Level is DivisionLevel.City or DivisionLevel.District, nameof(places), $"{of.Key} is neither a city nor a district.");
            Demand(!Overlap([.. of.Select(one => one.Days)]), nameof(places), $"{of.Key} has two tiers on one day.");
        }
    }

    /// <summary>The minimum wages of a place on a day (当地当日标准): the district's tier, else that of its city.</summary>
    /// <returns>Null where the tier or its figures are not stated.</returns>
    public MinimumWage? On(Division division, DateOnly day)
    {
        foreach (var place in division.SelfAndAbove)
        {
            if (places[place].FirstOrDefault(one => one.Days.Contains(day)) is { } stated)
            {
                return OfTier(place, stated.Tier, day);
            }
        }

        return null;
    }

    private MinimumWage? OfTier(Division place, int tier, DateOnly day)
    {
        var province = place.SelfAndAbove.First(one => one.Level == DivisionLevel.Province);
        return tiers[(province, tier)].FirstOrDefault(one => one.Days.Contains(day)) is { } figures ? new(tier, figures.Monthly, figures.Hourly) : null;
    }

    private static bool Overlap(List<DateRange> days)
    {
        days.Sort((left, right) => left.From.CompareTo(right.From));
        return days.Zip(days.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second));
    }

    private static void Demand(bool holds, string rows, string fault)
    {
        if (!holds)
        {
            throw new ArgumentException(fault, rows);
        }
    }
}
