using Wenye.Policy;

namespace Wenye.Registration.Exchange;

/// <summary>When things go (交换时间).</summary>
internal static class ExchangeSchedule
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    // 79号 附件 二(一)  每日通过部级业务协同平台上传数据
    /// <summary>The next time exits go (每日上传时间): today at the hour in China, or tomorrow when that has passed.</summary>
    public static DateTimeOffset NextExitUpload(DateTimeOffset now, int hour)
    {
        var today = new DateTimeOffset(ChinaTime.DayOf(now).ToDateTime(new TimeOnly(hour, 0)), ChinaTime.Offset);
        return (now < today ? today : today.AddDays(1)).ToUniversalTime();
    }

    /// <summary>How long to wait after so many failures in a row (重试间隔): doubling, with jitter so that replicas and records part.</summary>
    public static TimeSpan Pause(int failures)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(Math.Max(failures, 1) - 1, 10));
        return (pause < LongestPause ? pause : LongestPause) * (0.75 + (Random.Shared.NextDouble() / 2));
    }
}
