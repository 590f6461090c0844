using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Wenye.Testing;

/// <summary>Waits for a thing itself instead of for time: the one place in the tests that polls.</summary>
public static class Eventually
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not before the timeout (30 s unless given); the message shows the condition.</exception>
    public static Task IsTrueAsync(
        Func<bool> condition, TimeSpan? timeout = null, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        IsTrueAsync(() => Task.FromResult(condition()), timeout, what);

    /// <inheritdoc cref="IsTrueAsync(Func{bool}, TimeSpan?, string)"/>
    public static async Task IsTrueAsync(
        Func<Task<bool>> condition, TimeSpan? timeout = null, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var start = Stopwatch.GetTimestamp();
        var limit = timeout ?? DefaultTimeout;
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(start) > limit)
            {
                throw new TimeoutException($"Not true within {limit.TotalSeconds} s: {what}");
            }
            await Task.Delay(PollInterval);
        }
    }
}
