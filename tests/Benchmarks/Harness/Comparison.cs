namespace Wenye.Benchmarks.Harness;

/// <summary>One way to do the work: each call measures one round and returns its figure.</summary>
internal sealed record Contender(string Name, Func<Task<double>> MeasureRound);

/// <summary>What was measured of one contender, a figure for each round.</summary>
internal sealed record Measured(string Name, IReadOnlyList<double> Rounds)
{
    public double Median => MedianOf(Rounds);

    /// <summary>How this one compares with another, round by round: what disturbs the machine disturbs neighbours alike.</summary>
    public (double Median, double Lowest, double Highest) RatioTo(Measured other)
    {
        var ratios = Rounds.Zip(other.Rounds, (mine, its) => mine / its).ToArray();
        return (MedianOf(ratios), ratios.Min(), ratios.Max());
    }

    private static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

/// <summary>Ours beside its baselines. The aim is the ratio of ours to the first baseline.</summary>
internal sealed record Comparison(string Unit, double? Aim, Measured Ours, IReadOnlyList<Measured> Baselines)
{
    /// <summary>
    /// Some rounds of each to warm up (a service runs most of its code compiled in haste until it has run long enough),
    /// then the rounds in turn (A B C A B C …), so that no contender has the machine's good minutes for itself. Figures
    /// count only beside each other: one run, one machine.
    /// </summary>
    public static async Task<Comparison> RunAsync(
        string unit, double? aim, int warmUps, int rounds, Contender ours, params Contender[] baselines)
    {
        Contender[] all = [ours, .. baselines];
        var figures = all.Select(_ => new List<double>()).ToArray();
        for (var round = 1 - warmUps; round <= rounds; round++)
        {
            for (var i = 0; i < all.Length; i++)
            {
                var figure = await all[i].MeasureRound();
                await Console.Error.WriteLineAsync($"{(round <= 0 ? "warm-up" : $"round {round}")}: {all[i].Name} {figure:N2} {unit}");
                if (round > 0)
                {
                    figures[i].Add(figure);
                }
            }
        }
        var measured = all.Select((contender, i) => new Measured(contender.Name, figures[i])).ToArray();
        return new Comparison(unit, aim, measured[0], measured[1..]);
    }
}
