using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Refunds;

/// <summary>The dated parameters of refunds (稳岗返还参数); their values and clauses are in refund.parameters.yaml.</summary>
internal static class RefundParameters
{
    /// <summary>Share of last year's contributions (返还比例).</summary>
    public static readonly Parameter<Rate> BaseRate = Parameter.Rate("stabilization.refund_rate");

    /// <summary>The same where no document prints it. Set by the operator.</summary>
    public static readonly Parameter<Rate> SetRate = Parameter.Rate("stabilization.refund_rate_set");

    /// <summary>What a region's document leaves open (文件未定比例).</summary>
    public static readonly Parameter<bool> LeftOpen = Parameter.Rule("stabilization.refund_left_open");

    /// <summary>Sizes that the refund is for, where a document limits them (适用企业).</summary>
    public static readonly Parameter<Terms<FirmSize>> Sizes = Parameter.Terms<FirmSize>("stabilization.refund_sizes");

    /// <summary>Raised share for small and medium firms (中小微企业返还比例).</summary>
    public static readonly Parameter<Rate> RaisedRate = Parameter.Rate("stabilization.refund_raised_rate");

    /// <summary>Whose share is raised (提高标准的企业).</summary>
    public static readonly Parameter<Terms<FirmSize>> RaisedSizes = Parameter.Terms<FirmSize>("stabilization.refund_raised_sizes");

    /// <summary>The province's plan repeats the raise (六保三促工作方案).</summary>
    public static readonly Parameter<bool> RaisedPlan = Parameter.Rule("stabilization.refund_raised_plan");

    /// <summary>The raised part is paid to those who drew the old share (拨付提高标准部分).</summary>
    public static readonly Parameter<bool> TopUp = Parameter.Rule("stabilization.refund_top_up");

    /// <summary>Share for firms of key projects (重点项目企业返还比例).</summary>
    public static readonly Parameter<Rate> KeyProjectRate = Parameter.Rate("stabilization.refund_key_project_rate");

    /// <summary>Share for firms that cut overcapacity (化解过剩产能企业返还比例).</summary>
    public static readonly Parameter<Rate> OvercapacityRate = Parameter.Rate("stabilization.refund_overcapacity_rate");

    /// <summary>The contribution record of the collector suffices (依据缴费记录).</summary>
    public static readonly Parameter<bool> ContributionRecord = Parameter.Rule("stabilization.refund_contribution_record");

    /// <summary>Months the pool must be able to pay, general kind (备付能力).</summary>
    public static readonly Parameter<decimal> GeneralFundMonths = Parameter.Number("stabilization.refund_fund_months", Unit.Months);

    /// <summary>Months the pool must be able to pay, difficult kind (备付能力).</summary>
    public static readonly Parameter<decimal> DifficultFundMonths = Parameter.Number("stabilization.refund_difficult_fund_months", Unit.Months);

    /// <summary>The pool is watched month by month (按月监测).</summary>
    public static readonly Parameter<bool> FundMonitoring = Parameter.Rule("stabilization.refund_fund_monitoring");

    /// <summary>Industrial and environmental policy (产业和环保政策).</summary>
    public static readonly Parameter<bool> IndustryPolicy = Parameter.Rule("stabilization.refund_industry_policy");

    /// <summary>Months contributed (缴费月数).</summary>
    public static readonly Parameter<int> MonthsContributed = Parameter.Count("stabilization.refund_months_contributed", Unit.Months);

    /// <summary>Highest layoff rate (裁员率上限).</summary>
    public static readonly Parameter<decimal> LayoffCeiling = Parameter.Number("stabilization.refund_layoff_ceiling", Unit.Rate);

    /// <summary>Highest layoff rate of firms with few staff (小规模企业裁员率上限).</summary>
    public static readonly Parameter<decimal> SmallStaffLayoffCeiling = Parameter.Number("stabilization.refund_small_staff_layoff_ceiling", Unit.Rate);

    /// <summary>Up to how many staff are few (小规模人数), people.</summary>
    public static readonly Parameter<int> SmallStaff = Parameter.Count("stabilization.refund_small_staff", Unit.People);

    /// <summary>Highest layoff rate where no document prints it. Set by the operator.</summary>
    public static readonly Parameter<decimal> SetLayoffCeiling = Parameter.Number("stabilization.refund_layoff_ceiling_set", Unit.Rate);

    /// <summary>The last day on which firms in difficulty are refunded (困难企业政策执行期).</summary>
    public static readonly Parameter<DateOnly> DifficultUntil = Parameter.Day("stabilization.refund_difficult_until");

    /// <summary>Months of benefit (失业保险金月数).</summary>
    public static readonly Parameter<int> BenefitMonths = Parameter.Count("stabilization.refund_benefit_months", Unit.Months);

    /// <summary>Most months of benefit where the pool sets them (失业保险金月数上限).</summary>
    public static readonly Parameter<int> BenefitMonthsLimit = Parameter.Count("stabilization.refund_benefit_months_limit", Unit.Months);

    /// <summary>The pool sets the months (返还标准由统筹地区确定).</summary>
    public static readonly Parameter<bool> BenefitMonthsLeftOpen = Parameter.Rule("stabilization.refund_benefit_months_left_open");

    /// <summary>Months of benefit that the pool has set (统筹地区自定月数). Set by the operator.</summary>
    public static readonly Parameter<int> SetBenefitMonths = Parameter.Count("stabilization.refund_benefit_months_set", Unit.Months);

    /// <summary>Losses in two years (连续亏损).</summary>
    public static readonly Parameter<bool> Losses = Parameter.Rule("stabilization.refund_losses");

    /// <summary>Lowest debt ratio (资产负债率下限).</summary>
    public static readonly Parameter<decimal> LowestDebtRatio = Parameter.Number("stabilization.refund_debt_ratio_from", Unit.Rate);

    /// <summary>Highest debt ratio (资产负债率上限).</summary>
    public static readonly Parameter<decimal> HighestDebtRatio = Parameter.Number("stabilization.refund_debt_ratio_to", Unit.Rate);

    /// <summary>Least fall of revenue (营业收入降幅下限).</summary>
    public static readonly Parameter<decimal> LeastRevenueDrop = Parameter.Number("stabilization.refund_revenue_drop_from", Unit.Rate);

    /// <summary>Greatest fall of revenue (营业收入降幅上限).</summary>
    public static readonly Parameter<decimal> GreatestRevenueDrop = Parameter.Number("stabilization.refund_revenue_drop_to", Unit.Rate);

    /// <summary>Where the region's document leaves open who is in difficulty, the joint review alone says so (困难企业由联合会审认定). Set by the operator.</summary>
    public static readonly Parameter<bool> DifficultyByReview = Parameter.Rule("stabilization.refund_difficulty_by_review");

    /// <summary>One kind a year (同一年度一种).</summary>
    public static readonly Parameter<bool> OneKindAYear = Parameter.Rule("stabilization.refund_one_kind_a_year");

    /// <summary>Firms that get none (不宜返还的企业).</summary>
    public static readonly Parameter<bool> UnsoundFirms = Parameter.Rule("stabilization.refund_unsound_firms");

    /// <summary>What is to be given back is deducted (扣减应退回资金).</summary>
    public static readonly Parameter<bool> Recovery = Parameter.Rule("stabilization.refund_recovery");

    /// <summary>Up to how many insured people nobody need apply (免申即享), people.</summary>
    public static readonly Parameter<int> WithoutApplication = Parameter.Count("stabilization.refund_without_application", Unit.People);
}
