using System.Text.Json;
using System.Text.Json.Serialization;
using Wenye.Policy;

namespace Wenye.Stabilization.Screenings;

/// <summary>What came of firms (筛查汇总), of a shard or of a run: by pool, by clause not met, by fact missing.</summary>
internal sealed class ScreeningTally
{
    /// <summary>By GB/T 2260 of the pool (统筹地区).</summary>
    public SortedDictionary<string, PoolTally> Pools { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Firms by citation of a clause not met (不符合的条款).</summary>
    public SortedDictionary<string, long> RefusedBy { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Firms by fact to be established (待补正事实).</summary>
    public SortedDictionary<string, long> Missing { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Firms in all.</summary>
    [JsonIgnore]
    public long Firms => Pools.Values.Sum(pool => pool.Granted + pool.Refused + pool.Incomplete);

    /// <summary>Adds up several; none of them gives an empty one.</summary>
    public static ScreeningTally Sum(IEnumerable<ScreeningTally> parts)
    {
        var sum = new ScreeningTally();
        foreach (var part in parts)
        {
            foreach (var (pool, its) in part.Pools)
            {
                sum.Of(pool).Add(its);
            }

            Add(sum.RefusedBy, part.RefusedBy);
            Add(sum.Missing, part.Missing);
        }

        return sum;
    }

    public static ScreeningTally Read(string json) => JsonSerializer.Deserialize(json, TallyJson.Default.ScreeningTally)!;

    public string Write() => JsonSerializer.Serialize(this, TallyJson.Default.ScreeningTally);

    /// <summary>Counts a firm.</summary>
    public void Count(string pool, Outcome outcome, long amountFen, IReadOnlyList<string> refusedBy, IReadOnlyList<string> missing)
    {
        Of(pool).Count(outcome, amountFen);
        foreach (var citation in refusedBy)
        {
            RefusedBy[citation] = RefusedBy.GetValueOrDefault(citation) + 1;
        }

        foreach (var fact in missing)
        {
            Missing[fact] = Missing.GetValueOrDefault(fact) + 1;
        }
    }

    private static void Add(SortedDictionary<string, long> sum, SortedDictionary<string, long> part)
    {
        foreach (var (key, firms) in part)
        {
            sum[key] = sum.GetValueOrDefault(key) + firms;
        }
    }

    private PoolTally Of(string pool)
    {
        if (!Pools.TryGetValue(pool, out var tally))
        {
            Pools[pool] = tally = new PoolTally();
        }

        return tally;
    }
}

/// <summary>What came of the firms of a pool (统筹地区汇总).</summary>
internal sealed class PoolTally
{
    public long Granted { get; set; }

    public long Refused { get; set; }

    public long Incomplete { get; set; }

    /// <summary>Payable now (本次应付), fen.</summary>
    public long AmountFen { get; set; }

    public void Count(Outcome outcome, long amountFen)
    {
        switch (outcome)
        {
            case Outcome.Granted:
                Granted++;
                break;
            case Outcome.Refused:
                Refused++;
                break;
            default:
                Incomplete++;
                break;
        }

        AmountFen += amountFen;
    }

    public void Add(PoolTally other)
    {
        Granted += other.Granted;
        Refused += other.Refused;
        Incomplete += other.Incomplete;
        AmountFen += other.AmountFen;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ScreeningTally))]
internal sealed partial class TallyJson : JsonSerializerContext;
