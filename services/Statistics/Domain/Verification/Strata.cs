namespace Wenye.Statistics.Domain.Verification;

/// <summary>Shares a sample out by county (分层抽样).</summary>
public static class Strata
{
    /// <summary>How many of each stratum are drawn (各层抽查数): in proportion, what is left over to the largest remainders, then in order of key.</summary>
    /// <param name="records">Records of each stratum, at least one in all.</param>
    /// <param name="size">Records to draw, at most as many as there are.</param>
    /// <returns>In order of key; the parts add up to <paramref name="size"/>, none is more than its stratum has.</returns>
    public static IReadOnlyList<(string Key, int Drawn)> Share(IReadOnlyDictionary<string, int> records, int size)
    {
        var all = records.Values.Sum(count => (long)count);
        if (size < 0 || size > all)
        {
            throw new ArgumentOutOfRangeException(nameof(size), "A sample has at most as many records as there are.");
        }

        var parts = records.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => (one.Key, Whole: (int)((long)one.Value * size / all), Remainder: (long)one.Value * size % all)).ToList();
        var left = size - parts.Sum(part => part.Whole);
        var more = parts.OrderByDescending(part => part.Remainder).ThenBy(part => part.Key, StringComparer.Ordinal).Take(left).Select(part => part.Key).ToHashSet(StringComparer.Ordinal);
        return [.. parts.Select(part => (part.Key, part.Whole + (more.Contains(part.Key) ? 1 : 0)))];
    }
}
