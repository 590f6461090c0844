using System.Globalization;

namespace Wenye.Operator.Clock;

/// <summary>./platform day: tells or moves the day of the development system (开发系统日期).</summary>
internal static class MoveDay
{
    public static Command Command { get; } = new(
        "day", "[YYYY-MM-DD | +天数]", "显示或推后本机开发系统的日期（只能向后），如公示期满、办理时限到期", RunAsync);

    private static Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var clock = RunningClock.Find() ?? throw new UsageException("本机没有使用开发时钟的系统：请先 ./platform up");
        if (arguments.Values is [var wanted])
        {
            clock.Set(Later(wanted, clock.Today));
        }
        else
        {
            arguments.Only(values: 0);
        }

        Console.WriteLine($"{clock.Today:yyyy-MM-dd}");
        return Task.FromResult(0);
    }

    // What was recorded must not lie in the future.
    private static DateOnly Later(string wanted, DateOnly today)
    {
        var day = wanted.StartsWith('+') && int.TryParse(wanted.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 3650 ? today.AddDays(days)
            : DateOnly.TryParseExact(wanted, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named) ? named
            : throw new UsageException("日期应为 YYYY-MM-DD 或 +天数");
        return day >= today ? day : throw new UsageException($"日期只能推后，现为 {today:yyyy-MM-dd}");
    }
}
