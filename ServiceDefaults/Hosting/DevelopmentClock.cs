using System.Globalization;

namespace Wenye.Hosting;

/// <summary>A clock that developers set (开发时钟): whole days behind the true one, as a file says.</summary>
/// <remarks>
/// The policies that ship are those of 2020: a development system stands on a day when they are in force, and a developer lets
/// days pass, as those of a publicity, by writing the file. All services of the system read the same one; tokens and the
/// deadlines of calls keep true time. The source is shared with the programs that set it.
/// </remarks>
/// <param name="file">Holds how many days the clock is behind, an integer as text.</param>
internal sealed class DevelopmentClock(string file) : TimeProvider
{
    /// <summary>Configuration key of the file's path (配置项); only for development.</summary>
    public const string Setting = "Clock:File";

    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    private volatile Reading? _reading;

    /// <summary>The day it stands on, in China (当前日期).</summary>
    public DateOnly Today => DayOf(GetUtcNow());

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(-DaysBehind());

    /// <summary>Sets the day (设定日期); the time of day stays the true one.</summary>
    public void Set(DateOnly day)
    {
        var unfinished = $"{file}.{Environment.ProcessId}";
        File.WriteAllText(unfinished, (DayOf(base.GetUtcNow()).DayNumber - day.DayNumber).ToString(CultureInfo.InvariantCulture));
        File.Move(unfinished, file, overwrite: true);
        _reading = null;
    }

    private int DaysBehind()
    {
        // Whoever sets the day acts on it at once: no call may still see the day before.
        var written = File.GetLastWriteTimeUtc(file);
        if (_reading is not { } reading || reading.Written != written)
        {
            _reading = reading = new Reading(int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture), written);
        }

        return reading.DaysBehind;
    }

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(ChinaOffset).DateTime);

    private sealed record Reading(int DaysBehind, DateTime Written);
}
