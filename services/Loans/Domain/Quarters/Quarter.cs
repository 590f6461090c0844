using System.Globalization;

namespace Wenye.Loans.Domain.Quarters;

/// <summary>A quarter of a calendar year (季度): banks apply quarter by quarter, 鲁财金〔2020〕25号 七.</summary>
/// <param name="Index">Quarters since year 0: consecutive ones differ by 1.</param>
public readonly record struct Quarter(int Index) : IComparable<Quarter>
{
    private const int QuartersOfYear = 4;
    private const int MonthsOfQuarter = 3;

    /// <summary>年.</summary>
    public int Year => Index / QuartersOfYear;

    /// <summary>1 to 4 (第几季度).</summary>
    public int Number => (Index % QuartersOfYear) + 1;

    /// <summary>First day (首日).</summary>
    public DateOnly From => new(Year, ((Number - 1) * MonthsOfQuarter) + 1, 1);

    /// <summary>The day after the last (末日次日).</summary>
    public DateOnly To => From.AddMonths(MonthsOfQuarter);

    /// <summary>A quarter by year and number.</summary>
    /// <param name="year">年.</param>
    /// <param name="number">1 to 4.</param>
    public static Quarter Of(int year, int number) => number is >= 1 and <= QuartersOfYear
        ? new((year * QuartersOfYear) + number - 1)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "A year has four quarters.");

    /// <summary>The quarter of a day.</summary>
    public static Quarter Of(DateOnly day) => Of(day.Year, ((day.Month - 1) / MonthsOfQuarter) + 1);

    public static bool operator <(Quarter left, Quarter right) => left.Index < right.Index;

    public static bool operator >(Quarter left, Quarter right) => left.Index > right.Index;

    public static bool operator <=(Quarter left, Quarter right) => left.Index <= right.Index;

    public static bool operator >=(Quarter left, Quarter right) => left.Index >= right.Index;

    /// <inheritdoc/>
    public int CompareTo(Quarter other) => Index.CompareTo(other.Index);

    /// <summary>For example <c>2020Q3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}Q{Number}");
}
