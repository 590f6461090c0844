using System.Diagnostics;
using System.Globalization;

namespace Wenye.Benchmarks.Search;

/// <summary>How long each call took, ours and the baseline's in turn, one caller.</summary>
internal sealed class Latencies
{
    private readonly List<double> _ours = [];
    private readonly List<double> _bare = [];

    /// <summary>Measures both in turn; the first calls, in which either warms up, do not count.</summary>
    public static async Task<Latencies> MeasureAsync(int calls, Func<int, Task> ours, Func<int, Task> bare)
    {
        var latencies = new Latencies();
        for (var i = -calls / 4; i < calls; i++)
        {
            var (mine, its) = (await TimeAsync(ours, Math.Abs(i)), await TimeAsync(bare, Math.Abs(i)));
            if (i >= 0)
            {
                latencies._ours.Add(mine);
                latencies._bare.Add(its);
            }
        }

        return latencies;
    }

    /// <summary>A row of the table in docs/performance.md.</summary>
    public string Row(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {At(_ours, 0.5):0.0} | {At(_ours, 0.99):0.0} | {At(_bare, 0.5):0.0} | {At(_ours, 0.5) / At(_bare, 0.5):0.0} |");

    private static double At(List<double> all, double share) => all.Order().ElementAt((int)(all.Count * share));

    private static async Task<double> TimeAsync(Func<int, Task> call, int i)
    {
        var started = Stopwatch.GetTimestamp();
        await call(i);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
