namespace Wenye.Loans.Domain.Subsidies;

/// <summary>The rate of a contract and the part of it that is subsidised (合同利率与贴息利率).</summary>
/// <remarks>The subsidised part is never below zero nor above the rate, so no subsidy exceeds the interest.</remarks>
public readonly record struct SubsidyRate
{
    private SubsidyRate(decimal annualRate, decimal subsidisedRate)
    {
        AnnualRate = annualRate;
        SubsidisedRate = decimal.Clamp(subsidisedRate, 0m, annualRate);
    }

    /// <summary>Decimal, a year (年利率).</summary>
    public decimal AnnualRate { get; }

    /// <summary>Decimal, a year (贴息利率), at most <see cref="AnnualRate"/>.</summary>
    public decimal SubsidisedRate { get; }

    /// <summary>All of it (全额贴息).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative.</exception>
    public static SubsidyRate Full(decimal annualRate) => new(NotNegative(annualRate), annualRate);

    /// <summary>A share of the LPR of the signing day (按LPR的比例贴息).</summary>
    /// <inheritdoc cref="Full" path="/exception"/>
    public static SubsidyRate OfLpr(decimal annualRate, decimal lpr, decimal share) => new(NotNegative(annualRate), lpr * share);

    /// <summary>What exceeds the part the borrower bears (借款人承担部分以外).</summary>
    /// <param name="annualRate">Decimal, a year.</param>
    /// <param name="borne">The part the borrower bears, decimal; below zero is none.</param>
    /// <inheritdoc cref="Full" path="/exception"/>
    public static SubsidyRate Above(decimal annualRate, decimal borne) => new(NotNegative(annualRate), annualRate - decimal.Max(borne, 0m));

    /// <summary>A rate that an earlier contract agreed on (原合同约定).</summary>
    /// <inheritdoc cref="Full" path="/exception"/>
    public static SubsidyRate Agreed(decimal annualRate, decimal subsidisedRate) => new(NotNegative(annualRate), subsidisedRate);

    private static decimal NotNegative(decimal rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        return rate;
    }
}
