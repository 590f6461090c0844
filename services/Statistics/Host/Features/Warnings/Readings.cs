using Wenye.Contracts.Statistics.V1;
using Wenye.Statistics.Features.Verification;
using WarningDimension = Wenye.Statistics.Domain.Warnings.WarningDimension;
using WarningIndicator = Wenye.Statistics.Domain.Warnings.WarningIndicator;

namespace Wenye.Statistics.Features.Warnings;

/// <summary>What an indicator is of (监测对象).</summary>
internal readonly record struct ReadingKey(string Division, WarningDimension Dimension, WarningIndicator Indicator, string Subject);

/// <summary>An indicator as the figures give it (指标读数).</summary>
/// <param name="Key">Of what.</param>
/// <param name="Value">The number now, or the rate; null: not known.</param>
/// <param name="Base">That it is compared with; null of rates.</param>
/// <param name="Drivers">What the change is made of: they add up to it.</param>
internal sealed record Reading(ReadingKey Key, decimal? Value, decimal? Base, IReadOnlyList<Driver> Drivers);

/// <summary>Adds numbers of counties and firms up to cities and provinces (逐级汇总).</summary>
/// <param name="area">With what the codes of the divisions asked for begin: nothing above is added up.</param>
internal sealed class Readings(string area)
{
    private const int MostDrivers = 20;
    private const int CodeDigits = 6;
    private const int CityDigits = 4;
    private const int ProvinceDigits = 2;

    private readonly Dictionary<ReadingKey, Sum> sums = [];
    private readonly Dictionary<ReadingKey, decimal?> rates = [];

    /// <summary>All so far, in order of key, then rates.</summary>
    public IReadOnlyList<Reading> All =>
    [
        .. sums.OrderBy(one => one.Key.Division, StringComparer.Ordinal).ThenBy(one => one.Key.Dimension).ThenBy(one => one.Key.Indicator)
            .ThenBy(one => one.Key.Subject, StringComparer.Ordinal)
            .Select(one => new Reading(one.Key, one.Value.Value, one.Value.Base, [.. Drivers.Largest(one.Value.Parts.Values, MostDrivers)])),
        .. rates.OrderBy(one => one.Key.Division, StringComparer.Ordinal).Select(one => new Reading(one.Key, one.Value, Base: null, [])),
    ];

    /// <summary>Adds a number of a place to it and to all above it (计入).</summary>
    /// <param name="key">Of the place itself.</param>
    /// <param name="value">Now.</param>
    /// <param name="compared">Before.</param>
    /// <param name="parts">Of the place itself what the change is made of; without any: the place.</param>
    public void Add(ReadingKey key, long value, long compared, params IReadOnlyList<Driver> parts)
    {
        if (value == 0 && compared == 0)
        {
            return;
        }

        var place = Wenye.Policy.Division.Parse(key.Division);
        foreach (var above in place.SelfAndAbove.Select(one => one.Code).Where(code => code.StartsWith(area, StringComparison.Ordinal) && !code.StartsWith("00", StringComparison.Ordinal)))
        {
            var sum = SumOf(key with { Division = above });
            sum.Value += value;
            sum.Base += compared;
            if (above != key.Division || parts.Count == 0)
            {
                sum.Part(new() { Key = ChildOf(above, key.Division), Value = value, Base = compared, Change = value - compared });
                continue;
            }

            foreach (var part in parts)
            {
                sum.Part(part);
            }
        }
    }

    /// <summary>Adds a number of a place alone (不汇总).</summary>
    public void AddAlone(ReadingKey key, long value, long compared)
    {
        var sum = SumOf(key);
        (sum.Value, sum.Base) = (sum.Value + value, sum.Base + compared);
    }

    /// <summary>A rate of a place (比率); null: not known.</summary>
    public void SetRate(ReadingKey key, decimal? rate) => rates[key] = rate;

    private Sum SumOf(ReadingKey key)
    {
        if (!sums.TryGetValue(key, out var sum))
        {
            sums[key] = sum = new();
        }

        return sum;
    }

    // The division right below that the number comes from; its own code for what is registered with it itself.
    private static string ChildOf(string above, string division)
    {
        var digits = above.EndsWith("0000", StringComparison.Ordinal) ? CityDigits : above.EndsWith("00", StringComparison.Ordinal) ? CodeDigits : ProvinceDigits;
        return digits == ProvinceDigits ? above : division[..digits].PadRight(CodeDigits, '0');
    }

    private sealed class Sum
    {
        public long Value { get; set; }

        public long Base { get; set; }

        public Dictionary<string, Driver> Parts { get; } = new(StringComparer.Ordinal);

        public void Part(Driver part)
        {
            if (!Parts.TryGetValue(part.Key, out var sum))
            {
                Parts[part.Key] = sum = new() { Key = part.Key };
            }

            (sum.Value, sum.Base, sum.Change) = (sum.Value + part.Value, sum.Base + part.Base, sum.Change + part.Change);
        }
    }
}
