using Wenye.Policy;

namespace Wenye.WelfarePosts.Features.Wages;

/// <summary>Yuan an hour that counties set for rural posts (乡村岗位小时补贴标准), 36号 第二十四条. Immutable.</summary>
/// <param name="rates">Of one county no two overlap.</param>
internal sealed class RuralRates(IEnumerable<(Division County, DateRange Days, decimal Hourly)> rates)
{
    private readonly ILookup<Division, (Division County, DateRange Days, decimal Hourly)> rates = rates.ToLookup(one => one.County);

    /// <summary>The county's rate on a day (当日标准); null: not stated.</summary>
    public decimal? On(Division county, DateOnly day)
    {
        foreach (var rate in rates[county])
        {
            if (rate.Days.Contains(day))
            {
                return rate.Hourly;
            }
        }

        return null;
    }
}
