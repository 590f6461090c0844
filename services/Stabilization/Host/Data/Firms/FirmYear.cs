namespace Wenye.Stabilization.Data;

/// <summary>A firm's unemployment insurance in one year (年度参保缴费): twelve months in arrays, one row a firm and year.</summary>
/// <remarks>
/// A screening reads the sums below, one row a firm; the import keeps them true. A month without data is null in
/// <see cref="Insured"/>: it is not established and counts neither as paid nor as unpaid.
/// </remarks>
public sealed class FirmYear
{
    public required long FirmId { get; init; }

    public required int Year { get; init; }

    /// <summary>Insured staff, January first (参保职工人数).</summary>
    public required int?[] Insured { get; set; }

    /// <summary>应缴, fen.</summary>
    public required long[] DueFen { get; set; }

    /// <summary>实缴, fen.</summary>
    public required long[] PaidFen { get; set; }

    /// <summary>Numbers of the contract's ContributionRelief (减免缓缴).</summary>
    public required short[] Relief { get; set; }

    /// <summary>Months with data (已归集月数).</summary>
    public short Months { get; set; }

    /// <summary>Of them: fully paid, exempted or deferred (视同足额缴费月数).</summary>
    public short PaidMonths { get; set; }

    /// <summary>Actually paid in the year (实际缴费合计), fen.</summary>
    public long TotalPaidFen { get; set; }

    /// <summary>Insured staff of the last month with data (年末参保职工人数); null without data.</summary>
    public int? InsuredAtEnd { get; set; }

    /// <summary>Reductions of the year that count as layoffs (裁员人数), 26号 二(二)3.</summary>
    public int LaidOff { get; set; }
}
