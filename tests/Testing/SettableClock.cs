namespace Wenye.Testing;

/// <summary>A clock that a test moves (可调时钟). Timers run as ever.</summary>
public sealed class SettableClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    /// <summary>Noon of a day in China (北京时间正午).</summary>
    public static SettableClock On(int year, int month, int day) => new(FixedClock.On(year, month, day).GetUtcNow());

    /// <summary>Moves on (时间推进).</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
}
