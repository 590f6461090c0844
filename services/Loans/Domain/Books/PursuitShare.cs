using Wenye.Policy;

namespace Wenye.Loans.Domain.Books;

/// <summary>How what comes back after compensation is shared (追偿收回的分配): between fund and bank as the loss was, 27号 第十二条.</summary>
/// <remarks>
/// Pure. Shared by what came back in all, so that the parts do not depend on how many payments it came in; neither gets more than is
/// owed to it, the other gets the rest. Readings: docs/decisions/0063-funds-and-books.md.
/// </remarks>
public static class PursuitShare
{
    /// <summary>What of a payment goes to the fund, fen; the rest to the bank.</summary>
    /// <param name="share">担保基金分担比例, above 0, at most 1.</param>
    /// <param name="paidFen">The payment, fen, at most what is owed to both.</param>
    /// <param name="fund">What came back to the fund before, and what is still owed to it, fen.</param>
    /// <param name="bank">The same of the bank.</param>
    /// <exception cref="ArgumentOutOfRangeException">More is paid than is owed.</exception>
    public static long OfFund(decimal share, long paidFen, (long Got, long Owed) fund, (long Got, long Owed) bank)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(paidFen, fund.Owed + bank.Owed);
        var inAll = Money.Round(Money.FromFen(fund.Got + bank.Got + paidFen).Yuan * share).Fen - fund.Got;
        return Math.Clamp(inAll, Math.Max(0, paidFen - bank.Owed), Math.Min(fund.Owed, paidFen));
    }
}
