namespace Wenye.Stabilization.Domain.WorkTraining;

/// <summary>By how much a figure of one month fell against its monthly mean of 2019 (较2019年月平均值降幅).</summary>
public static class DropAgainst2019
{
    private const int MonthsAYear = 12;

    /// <summary>The drop as a decimal: 0.2 is 20 %, negative when the figure rose.</summary>
    /// <remarks>
    /// 78号 二  2019年新成立企业不足一个完整年度的，按成立月份数平均计算. A drop that equals a threshold comes out as exactly
    /// that: thresholds have two decimals, and a quotient with that few is exact.
    /// </remarks>
    /// <param name="month">The figure of the month, not negative: yuan, or units of energy.</param>
    /// <param name="total2019">The figure of 2019 as a whole, above zero.</param>
    /// <param name="months2019">Months of 2019 in which the firm existed, 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure lies outside its range; a firm founded after 2019 has no mean to compare with.</exception>
    public static decimal Of(decimal month, decimal total2019, int months2019)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(month);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total2019);
        ArgumentOutOfRangeException.ThrowIfLessThan(months2019, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months2019, MonthsAYear);
        return 1 - (month * months2019 / total2019);
    }
}
