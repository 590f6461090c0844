namespace Wenye.Policy;

/// <summary>China Standard Time (北京时间): UTC+8, without daylight saving in every year the platform knows.</summary>
public static class ChinaTime
{
    /// <summary>The offset from UTC (时差).</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Today in China (今日). A decision is taken on this day, wherever the machine stands.</summary>
    public static DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>The day in China of a moment (所在日).</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
}

/// <summary>Completed years of age (周岁).</summary>
public static class Age
{
    /// <summary>Years completed on <paramref name="day"/>; the birthday itself completes a year. Someone born on 29 February completes it on 1 March of a common year.</summary>
    public static int CompletedYears(DateOnly birth, DateOnly day)
    {
        var years = day.Year - birth.Year;
        return (day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? years - 1 : years;
    }
}
