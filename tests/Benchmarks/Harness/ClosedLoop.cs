using System.Diagnostics;

namespace Wenye.Benchmarks.Harness;

/// <summary>Callers that each make their next call when the last one is answered.</summary>
internal static class ClosedLoop
{
    public const int Callers = 64;

    /// <returns>Calls a second.</returns>
    public static async Task<double> RateAsync(int calls, Func<int, Task> call)
    {
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(CallUntilDoneAsync)));
        return calls / Stopwatch.GetElapsedTime(started).TotalSeconds;

        async Task CallUntilDoneAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < calls; i = Interlocked.Increment(ref next))
            {
                await call(i);
            }
        }
    }
}
