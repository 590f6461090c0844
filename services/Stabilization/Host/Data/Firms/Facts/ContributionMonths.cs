namespace Wenye.Stabilization.Data;

/// <summary>What a firm's months of insurance prove on a day (缴费月份的认定), 26号 二(二)2.</summary>
/// <remarks>
/// Looked at: last year, this year before the month of the day, and the numbers of earlier years. A month is expected from the
/// month of first insurance on, all twelve of last year when nobody told that month.
/// </remarks>
internal readonly ref struct ContributionMonths
{
    private readonly RefundRow firm;
    private readonly DateOnly asOf;
    private readonly int expected;
    private readonly int elapsed;

    public ContributionMonths(in RefundRow firm, DateOnly asOf)
    {
        this.firm = firm;
        this.asOf = asOf;
        expected = From(firm.InsuredSince, asOf.Year - 1) & FirmYear.AllMonths;
        elapsed = (1 << (asOf.Month - 1)) - 1;
    }

    /// <summary>Every month of last year in which the firm was insured has data.</summary>
    public bool LastYearIsComplete => ((firm.LastYear?.Known ?? 0) & expected) == expected;

    /// <summary>Insured staff at the end of last year (上年末参保职工人数); null: not known.</summary>
    public int? InsuredAtYearEnd =>
        expected == 0 ? 0
        : ((firm.LastYear?.Known ?? 0) & FirmYear.December) != 0 ? firm.InsuredAtEnd
        : null;

    /// <summary>Paid in full (足额缴纳): no month in arrears, and last year complete; null: not known.</summary>
    public bool? FullyPaid => Arrears > 0 ? false : LastYearIsComplete ? true : null;

    private int Paid => firm.ThisYear is { } now
        ? now.PaidBefore + FirmYear.Count(now.Paid & elapsed)
        : (firm.LastYear?.PaidBefore ?? 0) + FirmYear.Count(firm.LastYear?.Paid ?? 0);

    private int Arrears => firm.ThisYear is { } now
        ? now.ArrearsBefore + FirmYear.Count(now.Arrears & elapsed)
        : (firm.LastYear?.ArrearsBefore ?? 0) + FirmYear.Count(firm.LastYear?.Arrears ?? 0);

    /// <summary>Months contributed (缴费月数) as far as proven; null when months without data could decide.</summary>
    /// <param name="asked">How many the policy asks for; null: it asks for none here.</param>
    public int? Contributed(int? asked)
    {
        var proven = Paid;
        if (proven >= asked)
        {
            // What is missing can only add.
            return proven;
        }

        if (firm.InsuredSince is not { } since)
        {
            return null;
        }

        var insured = (asOf.Year * 12) + asOf.Month - (since.Year * 12) - since.Month;
        var missing = Math.Max(0, insured - proven - Arrears);
        return missing == 0 || proven + missing < asked ? proven : null;
    }

    // The months of a year from the first of insurance on, as bits.
    private static int From(DateOnly? since, int year) =>
        since is not { } first || first.Year < year ? FirmYear.AllMonths
        : first.Year > year ? 0
        : FirmYear.AllMonths << (first.Month - 1);
}
