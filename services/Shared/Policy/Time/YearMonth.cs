using System.Globalization;

namespace Wenye.Policy;

/// <summary>A calendar month (年月), written <c>2020-09</c>.</summary>
public readonly record struct YearMonth : IComparable<YearMonth>
{
    private YearMonth(int index) => Index = index;

    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12 or the year not 1 to 9999.</exception>
    public YearMonth(int year, int month)
        : this((year * 12) + month - 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
    }

    public int Year => Index / 12;

    public int Month => (Index % 12) + 1;

    /// <summary>First day (首日).</summary>
    public DateOnly FirstDay => new(Year, Month, 1);

    /// <summary>Last day (末日).</summary>
    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    /// <summary>Months since year 0, for storage and arithmetic.</summary>
    internal int Index { get; }

    public static YearMonth Of(DateOnly day) => new(day.Year, day.Month);

    public static bool operator <(YearMonth left, YearMonth right) => left.Index < right.Index;

    public static bool operator >(YearMonth left, YearMonth right) => left.Index > right.Index;

    public static bool operator <=(YearMonth left, YearMonth right) => left.Index <= right.Index;

    public static bool operator >=(YearMonth left, YearMonth right) => left.Index >= right.Index;

    /// <summary>Reads <c>YYYY-MM</c>, exactly.</summary>
    public static bool TryParse(string? text, out YearMonth month)
    {
        var known = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        month = known ? Of(first) : default;
        return known;
    }

    /// <summary>Reads <c>YYYY-MM</c>, exactly.</summary>
    /// <exception cref="FormatException">The text is not a month.</exception>
    public static YearMonth Parse(string text) => TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month YYYY-MM.");

    /// <summary>The month <paramref name="months"/> later, earlier when negative.</summary>
    public YearMonth AddMonths(int months) => new(Index + months);

    /// <summary>The day of that number, or the last day of a shorter month.</summary>
    public DateOnly Day(int number) => new(Year, Month, Math.Min(number, DateTime.DaysInMonth(Year, Month)));

    /// <inheritdoc/>
    public int CompareTo(YearMonth other) => Index.CompareTo(other.Index);

    /// <summary>For example <c>2020-09</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");

    internal static YearMonth FromIndex(int index) => new(index);
}
