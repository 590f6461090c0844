using Wenye.Policy;

namespace Wenye.Loans.Domain.Subsidies;

/// <summary>A balance that stands unchanged for some days (余额时段), between drawdowns and repayments.</summary>
/// <param name="From">First day counted (起).</param>
/// <param name="To">The day on which it changes, not counted (止，不含).</param>
/// <param name="Principal">Yuan owed (本金余额).</param>
public readonly record struct BalanceSegment(DateOnly From, DateOnly To, Money Principal);

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
            var days = Earlier(balance.To, to).DayNumber - Later(balance.From, from).DayNumber;
            if (days > 0)
            {
                total += new SubsidyTotal(ExactInterest.Of(balance.Principal, rate.AnnualRate, days), ExactInterest.Of(balance.Principal, rate.SubsidisedRate, days), days);
            }
        }

        return total;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

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
