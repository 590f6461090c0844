namespace Wenye.Hosting;

/// <summary>A pause that grows with each failure in a row (递增停顿), so that what is away is asked again soon and not stormed.</summary>
/// <param name="first">After the first failure; each further one doubles it.</param>
/// <param name="longest">Never longer.</param>
/// <param name="clock">Measures it.</param>
public sealed class GrowingPause(TimeSpan first, TimeSpan longest, TimeProvider clock)
{
    private const int MostDoublings = 10;
    private int _failures;

    /// <summary>What was away answers again (恢复).</summary>
    public void Reset() => _failures = 0;

    /// <summary>Waits after a failure (失败后停顿); returns at once when the host stops.</summary>
    public async Task AfterFailureAsync(CancellationToken stopping)
    {
        var pause = first * Math.Pow(2, Math.Min(_failures++, MostDoublings));
        await Task.Delay(pause < longest ? pause : longest, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
