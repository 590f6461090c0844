namespace Wenye.Loans.Data;

/// <summary>The loan prime rates as published on a day (贷款市场报价利率LPR); they hold until the next publication.</summary>
public sealed class LprRate
{
    public required DateOnly PublishedOn { get; init; }

    /// <summary>一年期, 0.0385 for 3.85 %.</summary>
    public required decimal OneYear { get; init; }

    /// <summary>五年期以上.</summary>
    public required decimal FiveYears { get; init; }
}
