using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Features.Verification;

/// <summary>Parts of a change (波动来源). Whatever is left out of sight, they add up to the change.</summary>
internal static class Drivers
{
    /// <summary>The key of what is not shown one by one.</summary>
    public const string Others = "others";

    /// <summary>The largest part first, whichever way it goes.</summary>
    public static IEnumerable<Driver> InOrder(IEnumerable<Driver> drivers) =>
        drivers.OrderByDescending(driver => Math.Abs(driver.Change)).ThenBy(driver => driver.Key, StringComparer.Ordinal);

    /// <summary>The largest so many, then what has no key, then the rest as one.</summary>
    public static IEnumerable<Driver> Largest(IEnumerable<Driver> drivers, int most)
    {
        var all = InOrder(drivers).ToList();
        var named = all.Where(driver => driver.Key.Length > 0).ToList();
        var rest = named.Skip(most).ToList();
        return
        [
            .. named.Take(most),
            .. all.Where(driver => driver.Key.Length == 0),
            .. rest.Count == 0 ? [] : new[] { new Driver { Key = Others, Value = rest.Sum(one => one.Value), Base = rest.Sum(one => one.Base), Change = rest.Sum(one => one.Change) } },
        ];
    }
}
