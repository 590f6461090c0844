namespace Wenye.Testing;

/// <summary>A clock that stands still (固定时钟), for tests that decide on a day. Timers run as ever.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>Noon of a day in China (北京时间正午).</summary>
    public static FixedClock On(int year, int month, int day) => new(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.FromHours(8)));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
