using Wenye.Hosting;

namespace Wenye.Operator.Clock;

/// <summary>The clock of the system on this machine (开发时钟), beside its platform file; true time for any other.</summary>
internal static class RunningClock
{
    /// <summary>The file that tells of the system on this machine.</summary>
    public static string PlatformFile => Environment.GetEnvironmentVariable("WENYE_PLATFORM_FILE") ?? ".run/platform.json";

    /// <summary>Its clock; null when it keeps true time or does not run.</summary>
    public static DevelopmentClock? Find()
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(PlatformFile))!, "clock");
        return File.Exists(PlatformFile) && File.Exists(file) ? new DevelopmentClock(file) : null;
    }
}
