using System.Numerics;

namespace Wenye.Stabilization.Data;

/// <summary>A firm's unemployment insurance in one year (年度参保缴费): twelve months in arrays, one row a firm and year.</summary>
/// <remarks>
/// A screening reads the sums below, one row a firm; the import keeps them true. A month without data is null in
/// <see cref="Insured"/>: it is not established and counts neither as paid nor as unpaid. Months as bits: January is 1,
/// December is 2048. Readings: docs/decisions/0043-firm-data.md.
/// </remarks>
public sealed class FirmYear
{
    /// <summary>All twelve months, as bits.</summary>
    public const short AllMonths = 0xFFF;

    /// <summary>December, as a bit.</summary>
    public const short December = 1 << 11;

    // Numbers of the contract's ContributionRelief that count as paid: exempted, deferred.
    private const short Exempted = 2;
    private const short Deferred = 3;

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

    /// <summary>Months with data (已归集月份), as bits.</summary>
    public short KnownMonths { get; set; }

    /// <summary>Months with insured staff that are paid in full, exempted or deferred (视同足额缴费月份), as bits.</summary>
    public short PaidMonths { get; set; }

    /// <summary>Months with less paid than owed, neither exempted nor deferred (欠费月份), as bits.</summary>
    public short ArrearsMonths { get; set; }

    /// <summary>Number of such paid months in all earlier years (以前年度足额缴费月数).</summary>
    public short PaidMonthsBefore { get; set; }

    /// <summary>Number of months in arrears in all earlier years (以前年度欠费月数).</summary>
    public short ArrearsMonthsBefore { get; set; }

    /// <summary>Actually paid in the year (实际缴费合计), fen.</summary>
    public long TotalPaidFen { get; set; }

    /// <summary>Insured staff of the last month with data (参保职工人数); of the year's end where December is known.</summary>
    public int? InsuredAtEnd { get; set; }

    /// <summary>Reductions of the year that count as layoffs (裁员人数), 26号 二(二)3.</summary>
    public int LaidOff { get; set; }

    /// <summary>A year of which nothing is known.</summary>
    public static FirmYear Unknown(long firmId, int year) => new()
    {
        FirmId = firmId,
        Year = year,
        Insured = new int?[12],
        DueFen = new long[12],
        PaidFen = new long[12],
        Relief = new short[12],
    };

    /// <summary>Says what a month was (记入一个月), in place of what was said of it before; <see cref="AddUp"/> follows.</summary>
    /// <param name="month">1 to 12.</param>
    /// <param name="insured">Insured staff.</param>
    /// <param name="dueFen">Owed, fen.</param>
    /// <param name="paidFen">Paid, fen.</param>
    /// <param name="relief">Number of the contract's ContributionRelief.</param>
    public void Say(int month, int insured, long dueFen, long paidFen, short relief) =>
        (Insured[month - 1], DueFen[month - 1], PaidFen[month - 1], Relief[month - 1]) = (insured, dueFen, paidFen, relief);

    /// <summary>Makes the sums of the months anew (重算合计); those of other years and of reductions stay.</summary>
    public void AddUp()
    {
        (KnownMonths, PaidMonths, ArrearsMonths, TotalPaidFen, InsuredAtEnd) = (0, 0, 0, 0, null);
        for (var i = 0; i < 12; i++)
        {
            if (Insured[i] is not { } insured)
            {
                continue;
            }

            var bit = (short)(1 << i);
            KnownMonths |= bit;
            InsuredAtEnd = insured;
            TotalPaidFen += PaidFen[i];

            // 26号 二(二)2  享受2020年阶段性减免…经…批准缓缴社会保险费的企业视同按时缴纳失业保险费
            var inFull = PaidFen[i] >= DueFen[i] || Relief[i] is Exempted or Deferred;
            if (!inFull)
            {
                ArrearsMonths |= bit;
            }
            else if (insured > 0)
            {
                PaidMonths |= bit;
            }
        }
    }

    /// <summary>How many months the bits name.</summary>
    public static int Count(int months) => BitOperations.PopCount((uint)months);
}
