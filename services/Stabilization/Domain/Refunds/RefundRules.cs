using System.Runtime.CompilerServices;
using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Refunds;

/// <summary>The rules of refunds for one region and day (稳岗返还适用规定), looked up once for all firms of a batch.</summary>
internal sealed class RefundRules
{
    private static readonly ConditionalWeakTable<PolicyContext, RefundRules> Known = [];
    private readonly Dated<decimal> layoffCeiling;
    private readonly Dated<decimal> smallStaffLayoffCeiling;
    private readonly Dated<int> smallStaff;

    private RefundRules(PolicyContext policy)
    {
        Rates = new(policy);
        LeftOpen = policy.Get(RefundParameters.LeftOpen);
        Sizes = policy.Get(RefundParameters.Sizes);
        RaisedPlan = policy.Get(RefundParameters.RaisedPlan);
        TopUp = policy.Get(RefundParameters.TopUp);
        ContributionRecord = policy.Get(RefundParameters.ContributionRecord);
        GeneralFundMonths = policy.Get(RefundParameters.GeneralFundMonths);
        DifficultFundMonths = policy.Get(RefundParameters.DifficultFundMonths);
        IndustryPolicy = policy.Get(RefundParameters.IndustryPolicy);
        MonthsContributed = policy.Get(RefundParameters.MonthsContributed);
        layoffCeiling = policy.Get(RefundParameters.LayoffCeiling);
        smallStaffLayoffCeiling = policy.Get(RefundParameters.SmallStaffLayoffCeiling);
        smallStaff = policy.Get(RefundParameters.SmallStaff);
        SetLayoffCeiling = policy.Get(RefundParameters.SetLayoffCeiling);
        DifficultUntil = policy.Get(RefundParameters.DifficultUntil);
        BenefitMonths = policy.Get(RefundParameters.BenefitMonths);
        BenefitMonthsLimit = policy.Get(RefundParameters.BenefitMonthsLimit);
        BenefitMonthsLeftOpen = policy.Get(RefundParameters.BenefitMonthsLeftOpen);
        SetBenefitMonths = policy.Get(RefundParameters.SetBenefitMonths);
        Losses = policy.Get(RefundParameters.Losses);
        LowestDebtRatio = policy.Get(RefundParameters.LowestDebtRatio);
        HighestDebtRatio = policy.Get(RefundParameters.HighestDebtRatio);
        LeastRevenueDrop = policy.Get(RefundParameters.LeastRevenueDrop);
        GreatestRevenueDrop = policy.Get(RefundParameters.GreatestRevenueDrop);
        DifficultyByReview = policy.Get(RefundParameters.DifficultyByReview);
        OneKindAYear = policy.Get(RefundParameters.OneKindAYear);
        UnsoundFirms = policy.Get(RefundParameters.UnsoundFirms);
        Recovery = policy.Get(RefundParameters.Recovery);
        WithoutApplication = policy.Get(RefundParameters.WithoutApplication);
    }

    public RefundRates Rates { get; }

    public Dated<bool> LeftOpen { get; }

    public Dated<Terms<FirmSize>> Sizes { get; }

    public Dated<bool> RaisedPlan { get; }

    public Dated<bool> TopUp { get; }

    public Dated<bool> ContributionRecord { get; }

    public Dated<decimal> GeneralFundMonths { get; }

    public Dated<decimal> DifficultFundMonths { get; }

    public Dated<bool> IndustryPolicy { get; }

    public Dated<int> MonthsContributed { get; }

    public Dated<decimal> SetLayoffCeiling { get; }

    public Dated<DateOnly> DifficultUntil { get; }

    public Dated<int> BenefitMonths { get; }

    public Dated<int> BenefitMonthsLimit { get; }

    public Dated<bool> BenefitMonthsLeftOpen { get; }

    public Dated<int> SetBenefitMonths { get; }

    public Dated<bool> Losses { get; }

    public Dated<decimal> LowestDebtRatio { get; }

    public Dated<decimal> HighestDebtRatio { get; }

    public Dated<decimal> LeastRevenueDrop { get; }

    public Dated<decimal> GreatestRevenueDrop { get; }

    public Dated<bool> DifficultyByReview { get; }

    public Dated<bool> OneKindAYear { get; }

    public Dated<bool> UnsoundFirms { get; }

    public Dated<bool> Recovery { get; }

    public Dated<int> WithoutApplication { get; }

    /// <summary>The rules of a region and day. A context is immutable, so what was looked up in it holds.</summary>
    public static RefundRules Under(PolicyContext policy) => Known.GetValue(policy, static context => new(context));

    /// <summary>The highest layoff rate for so many insured people: the document's, or where it prints none the city's.</summary>
    public Dated<decimal> LayoffCeilingFor(int insured) => smallStaff.IsSet && insured <= smallStaff.Value
        ? smallStaffLayoffCeiling
        : layoffCeiling.IsSet ? layoffCeiling : SetLayoffCeiling;
}
