using System.Globalization;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Subsidies;

/// <summary>A balance that stands unchanged for some days (余额时段), between drawdowns and repayments.</summary>
/// <param name="From">First day counted (起).</param>
/// <param name="To">The day on which it changes, not counted (止，不含).</param>
/// <param name="Principal">Yuan owed (本金余额).</param>
public readonly record struct BalanceSegment(DateOnly From, DateOnly To, Money Principal);

/// <summary>One line of a bank's claim (贴息明细行), with all that its arithmetic needs.</summary>
/// <param name="From">First day counted (起).</param>
/// <param name="To">Not counted (止，不含).</param>
/// <param name="Principal">Yuan (本金余额).</param>
/// <param name="Rate">合同利率与贴息利率.</param>
public readonly record struct SubsidyLine(DateOnly From, DateOnly To, Money Principal, SubsidyRate Rate)
{
    /// <summary>Calendar days (天数).</summary>
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>Exact interest of the line (利息).</summary>
    public ExactInterest Interest => ExactInterest.Of(Principal, Rate.AnnualRate, Days);

    /// <summary>Exact subsidy of the line (贴息); lines are added before they are rounded.</summary>
    public ExactInterest Subsidy => ExactInterest.Of(Principal, Rate.SubsidisedRate, Days);

    /// <summary>The arithmetic as it is printed (算式), for example <c>200000.00 × 0.0435 × 92 ÷ 360</c>.</summary>
    public string Arithmetic => string.Create(CultureInfo.InvariantCulture, $"{Principal} × {new Rate(Rate.SubsidisedRate)} × {Days} ÷ {ExactInterest.DaysOfYear}");
}

/// <summary>Interest and subsidy of a period, still exact (时段合计).</summary>
/// <param name="Interest">利息.</param>
/// <param name="Subsidy">贴息, at most the interest.</param>
/// <param name="Days">Calendar days with a balance (计息天数).</param>
public readonly record struct SubsidyTotal(ExactInterest Interest, ExactInterest Subsidy, int Days)
{
    /// <summary>Yuan, rounded once (贴息金额).</summary>
    public Money Amount => Subsidy.Rounded;

    public static SubsidyTotal operator +(SubsidyTotal left, SubsidyTotal right) =>
        new(left.Interest + right.Interest, left.Subsidy + right.Subsidy, left.Days + right.Days);
}

/// <summary>The arithmetic of a period's subsidy (贴息计算): pure, exact, without allocation, for hundreds of thousands of loans.</summary>
public static class PeriodSubsidy
{
    /// <summary>Interest and subsidy of the days of a period (合计).</summary>
    /// <param name="balances">Balances in order of time, none overlapping; days without one bear no interest.</param>
    /// <param name="rate">合同利率与贴息利率.</param>
    /// <param name="from">First day of the period.</param>
    /// <param name="to">The day after its last, not counted.</param>
    /// <exception cref="ArgumentException">Balances overlap, run backwards or are negative.</exception>
    public static SubsidyTotal Sum(ReadOnlySpan<BalanceSegment> balances, SubsidyRate rate, DateOnly from, DateOnly to)
    {
        var total = default(SubsidyTotal);
        Demand(balances);
        foreach (ref readonly var balance in balances)
        {
            if (LineOf(balance, rate, from, to) is { Days: > 0 } line)
            {
                total += new SubsidyTotal(line.Interest, line.Subsidy, line.Days);
            }
        }

        return total;
    }

    /// <summary>Writes the lines of a period (明细行), one for each balance that has days in it, and returns how many.</summary>
    /// <inheritdoc cref="Sum" path="/param"/>
    /// <param name="lines">Room for as many lines as there are balances.</param>
    /// <exception cref="ArgumentException">Balances overlap, run backwards or are negative.</exception>
    public static int Lines(ReadOnlySpan<BalanceSegment> balances, SubsidyRate rate, DateOnly from, DateOnly to, Span<SubsidyLine> lines)
    {
        var count = 0;
        Demand(balances);
        foreach (ref readonly var balance in balances)
        {
            if (LineOf(balance, rate, from, to) is { Days: > 0 } line)
            {
                lines[count++] = line;
            }
        }

        return count;
    }

    private static SubsidyLine LineOf(in BalanceSegment balance, SubsidyRate rate, DateOnly from, DateOnly to) =>
        new(balance.From > from ? balance.From : from, balance.To < to ? balance.To : to, balance.Principal, rate);

    private static void Demand(ReadOnlySpan<BalanceSegment> balances)
    {
        var previous = DateOnly.MinValue;
        foreach (ref readonly var balance in balances)
        {
            if (balance.From < previous || balance.To <= balance.From || balance.Principal < Money.Zero)
            {
                throw new ArgumentException($"The balance of {balance.From:yyyy-MM-dd} overlaps another, has no days or is negative.", nameof(balances));
            }

            previous = balance.To;
        }
    }
}
