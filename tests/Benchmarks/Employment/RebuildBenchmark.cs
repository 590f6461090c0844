using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Harness;

namespace Wenye.Benchmarks.Employment;

/// <summary>Employments a second of RebuildNewEmployment, everything made anew and everything found the same, beside a bare COPY of what is read and written.</summary>
internal static class RebuildBenchmark
{
    public const int UsualEvents = 200_000;

    public static async Task<Comparison> RunAsync(int events)
    {
        await using var statistics = await LoadedStatistics.StartAsync(events);

        // What everybody else would have warm up: the first call makes every figure.
        await statistics.RebuildAsync();
        var copy = new BareYearCopy(statistics.Database);
        return await Comparison.RunAsync(
            "employments/s", aim: null, warmUps: 0, rounds: 3,
            new Contender("rebuild, every figure made anew", () => RebuildAsync(statistics, anew: true)),
            new Contender("bare COPY out and in", copy.MeasureAsync),
            new Contender("rebuild, every figure found the same", () => RebuildAsync(statistics, anew: false)));
    }

    private static async Task<double> RebuildAsync(LoadedStatistics statistics, bool anew)
    {
        if (anew)
        {
            await Sql.ExecuteAsync(statistics.Database, "TRUNCATE employment_verdict, new_employment_count");
        }

        await Sql.ExecuteAsync(statistics.Database, "CHECKPOINT");
        var (took, answer) = await statistics.RebuildAsync();
        return answer.DifferingRecords == (anew ? answer.Records : 0)
            ? answer.Records / took.TotalSeconds
            : throw new InvalidOperationException($"{answer.DifferingRecords} of {answer.Records} records differ.");
    }
}
