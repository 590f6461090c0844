using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Wenye.Policy;

/// <summary>The working calendar of the State Council (国务院节假日安排): holidays and the weekend days worked in their place.</summary>
/// <remarks>A day beyond the published years is an error and never a guess.</remarks>
public sealed class WorkingCalendar
{
    private const string Resource = "Wenye.Policy.Calendar.working-days.csv";
    private readonly DateOnly first;
    private readonly int[] workedBefore;

    /// <summary>Makes a calendar of whole years from its exceptions (调休与放假).</summary>
    /// <param name="exceptions">Holidays (false) and weekend days worked (true); every other day follows the week.</param>
    /// <exception cref="PolicyDataException">No exceptions, or a day given twice.</exception>
    public WorkingCalendar(IEnumerable<(DateOnly Day, bool Worked)> exceptions)
    {
        var byDay = new SortedDictionary<DateOnly, bool>();
        foreach (var (day, worked) in exceptions)
        {
            if (!byDay.TryAdd(day, worked))
            {
                throw new PolicyDataException("工作日历", $"{day:yyyy-MM-dd}重复。");
            }
        }

        if (byDay.Count == 0)
        {
            throw new PolicyDataException("工作日历", "没有内容。");
        }

        first = new(byDay.First().Key.Year, 1, 1);
        Published = new(first, new(byDay.Last().Key.Year, 12, 31));
        workedBefore = new int[Published.Days + 1];
        for (var i = 0; i < Published.Days; i++)
        {
            var day = first.AddDays(i);
            var worked = byDay.TryGetValue(day, out var stated) ? stated : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            workedBefore[i + 1] = workedBefore[i] + (worked ? 1 : 0);
        }

        Version = Hash(byDay);
    }

    /// <summary>The calendar that ships with the platform, derived by eng/derive-calendar.mjs.</summary>
    public static WorkingCalendar StateCouncil { get; } = LoadEmbedded();

    /// <summary>The years published so far (已公布年度).</summary>
    public DateRange Published { get; }

    /// <summary>A hash over the exceptions (版本).</summary>
    public string Version { get; }

    /// <summary>Whether people work on <paramref name="day"/> (是否工作日).</summary>
    /// <exception cref="CalendarNotPublishedException">The year is not published.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        var index = IndexOf(day);
        return workedBefore[index + 1] > workedBefore[index];
    }

    /// <summary>The <paramref name="count"/>-th working day after <paramref name="from"/> (顺延工作日). The day itself does not count; 0 gives it back.</summary>
    /// <exception cref="CalendarNotPublishedException">The result lies beyond the published years.</exception>
    public DateOnly AddWorkingDays(DateOnly from, int count) =>
        TryAddWorkingDays(from, count, out var due) ? due : throw new CalendarNotPublishedException(Published.Contains(from) ? Published.To.AddDays(1) : from);

    /// <summary>Like <see cref="AddWorkingDays"/>; false when the calendar is not published that far.</summary>
    public bool TryAddWorkingDays(DateOnly from, int count, out DateOnly due)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        due = from;
        if (!Published.Contains(from))
        {
            return false;
        }

        if (count == 0)
        {
            return true;
        }

        var wanted = workedBefore[IndexOf(from) + 1] + count;
        var found = Array.BinarySearch(workedBefore, wanted);
        while (found > 0 && workedBefore[found - 1] == wanted)
        {
            found--;
        }

        due = found > 0 ? first.AddDays(found - 1) : from;
        return found > 0;
    }

    /// <summary>The working day on which a term that begins on <paramref name="from"/> ends (期限届满日).</summary>
    /// <returns>Unproven when <paramref name="from"/> is, or, by the name of the calendar's year, when that year is not published.</returns>
    public Fact<DateOnly> Due(Fact<DateOnly> from, int count) => !from.IsProven ? from
        : TryAddWorkingDays(from.Value, count, out var due) ? Fact.Known(from.Name, due)
        : Fact.Unproven<DateOnly>($"working_calendar_{(Published.Contains(from.Value) ? Published.To.Year + 1 : from.Value.Year)}");

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/> (工作日数).</summary>
    /// <exception cref="CalendarNotPublishedException">A year is not published.</exception>
    public int CountWorkingDays(DateOnly from, DateOnly to) => workedBefore[IndexOf(to) + 1] - workedBefore[IndexOf(from) + 1];

    /// <summary>Reads <c>date,kind,name</c> with kind holiday or workday (读取日历文件).</summary>
    /// <exception cref="PolicyDataException">A line has another form.</exception>
    public static WorkingCalendar Read(string source, TextReader csv)
    {
        var exceptions = new List<(DateOnly, bool)>();
        csv.ReadLine();
        while (csv.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            if (fields is not [var date, "holiday" or "workday", ..] || !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                throw new PolicyDataException(source, $"“{line}”应为 date,holiday|workday,name。");
            }

            exceptions.Add((day, fields[1] == "workday"));
        }

        return new(exceptions);
    }

    private static WorkingCalendar LoadEmbedded()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
        return Read(Resource, reader);
    }

    private static string Hash(SortedDictionary<DateOnly, bool> exceptions)
    {
        var text = string.Join('\n', exceptions.Select(pair => $"{pair.Key:yyyy-MM-dd} {pair.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private int IndexOf(DateOnly day) => Published.Contains(day) ? day.DayNumber - first.DayNumber : throw new CalendarNotPublishedException(day);
}

/// <summary>The State Council has not published the calendar of that year (节假日安排尚未公布).</summary>
public sealed class CalendarNotPublishedException(DateOnly day)
    : Exception($"{day.Year}年的节假日安排尚未载入，不能计算工作日。")
{
    /// <summary>The day that was asked for.</summary>
    public DateOnly Day { get; } = day;
}
