using Wenye.Policy;

namespace Wenye.Loans.Domain.Subsidies;

/// <summary>Simple interest, actual days over 360, before any division or rounding (未取整利息).</summary>
/// <remarks>
/// Holds yuan × annual rate × days, which is exact for rates of up to ten decimals. Interests of parts of a period therefore add up to that of the whole,
/// however it is split; <see cref="Rounded"/> divides and rounds once, at the end.
/// </remarks>
public readonly record struct ExactInterest : IComparable<ExactInterest>
{
    /// <summary>Days of a year of interest (计息年天数).</summary>
    public const int DaysOfYear = 360;

    private ExactInterest(decimal yuanRateDays) => YuanRateDays = yuanRateDays;

    /// <summary>No interest (零).</summary>
    public static ExactInterest Zero => default;

    /// <summary>Yuan × annual rate × days (积数×利率).</summary>
    public decimal YuanRateDays { get; }

    /// <summary>Whole fen (元，四舍五入到分): the one division and rounding.</summary>
    public Money Rounded => Money.Round(YuanRateDays / DaysOfYear);

    /// <summary>The interest of a principal.</summary>
    /// <param name="principal">Yuan (本金).</param>
    /// <param name="annualRate">Decimal, a year (年利率).</param>
    /// <param name="days">Calendar days, the first counted, the last not (实际天数).</param>
    public static ExactInterest Of(Money principal, decimal annualRate, int days) => new(principal.Yuan * annualRate * days);

    public static ExactInterest operator +(ExactInterest left, ExactInterest right) => new(left.YuanRateDays + right.YuanRateDays);

    public static bool operator <(ExactInterest left, ExactInterest right) => left.YuanRateDays < right.YuanRateDays;

    public static bool operator >(ExactInterest left, ExactInterest right) => left.YuanRateDays > right.YuanRateDays;

    public static bool operator <=(ExactInterest left, ExactInterest right) => left.YuanRateDays <= right.YuanRateDays;

    public static bool operator >=(ExactInterest left, ExactInterest right) => left.YuanRateDays >= right.YuanRateDays;

    /// <inheritdoc/>
    public int CompareTo(ExactInterest other) => YuanRateDays.CompareTo(other.YuanRateDays);
}
