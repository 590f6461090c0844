using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Refunds;

/// <summary>What stabilization.refund looks at (失业保险稳岗返还的事实). What is left out is unproven.</summary>
public sealed record RefundFacts : IFacts
{
    /// <summary>Which refund is asked for (返还类别).</summary>
    public Fact<RefundKind> Kind { get; init => field = value.Named("kind"); } = Fact.Unproven<RefundKind>("kind");

    /// <summary>Unemployment contributions that unit and staff really paid last year (上年度实际缴纳失业保险费), yuan.</summary>
    public Fact<Money> Contributions { get; init => field = value.Named("contributions"); } = Fact.Unproven<Money>("contributions");

    /// <summary>Months contributed so far (缴费月数).</summary>
    public Fact<int> MonthsContributed { get; init => field = value.Named("months_contributed"); } = Fact.Unproven<int>("months_contributed");

    /// <summary>Paid in full (足额缴纳); months exempted or deferred with approval count as paid.</summary>
    public Fact<bool> FullyPaid { get; init => field = value.Named("fully_paid"); } = Fact.Unproven<bool>("fully_paid");

    /// <summary>Insured staff of last year (上年度参保职工人数), people.</summary>
    public Fact<int> Insured { get; init => field = value.Named("insured"); } = Fact.Unproven<int>("insured");

    /// <summary>Reductions of last year that count as layoffs (上年度裁员人数), see <see cref="LayoffKinds"/>.</summary>
    public Fact<int> LaidOff { get; init => field = value.Named("laid_off"); } = Fact.Unproven<int>("laid_off");

    /// <summary>In line with industrial and environmental policy (符合产业结构调整和环保政策).</summary>
    public Fact<bool> IndustryPolicyOk { get; init => field = value.Named("industry_policy_ok"); } = Fact.Unproven<bool>("industry_policy_ok");

    /// <summary>企业划型.</summary>
    public Fact<FirmSize> Size { get; init => field = value.Named("size"); } = Fact.Unproven<FirmSize>("size");

    /// <summary>Months that the pool can pay (备付能力), of the month that <see cref="FundMonths.GoverningMonth"/> names.</summary>
    public Fact<decimal> FundMonths { get; init => field = value.Named("fund_months"); } = Fact.Unproven<decimal>("fund_months");

    /// <summary>Made losses in 2018 and in 2019 (2018年和2019年出现亏损).</summary>
    public Fact<bool> LossMaking { get; init => field = value.Named("loss_making_2018_2019"); } = Fact.Unproven<bool>("loss_making_2018_2019");

    /// <summary>Debt over assets (资产负债率), 0.70 for 70 %.</summary>
    public Fact<decimal> DebtRatio { get; init => field = value.Named("debt_ratio"); } = Fact.Unproven<decimal>("debt_ratio");

    /// <summary>Fall of revenue in 2019 against 2018 (2019年营业收入同比下降幅度), 0.35 for 35 %.</summary>
    public Fact<decimal> RevenueDrop { get; init => field = value.Named("revenue_drop_2019"); } = Fact.Unproven<decimal>("revenue_drop_2019");

    /// <summary>Monthly benefit of the county at the end of last year (上年末县月失业保险金标准), yuan.</summary>
    public Fact<Money> CountyBenefit { get; init => field = value.Named("county_benefit"); } = Fact.Unproven<Money>("county_benefit");

    /// <summary>A zombie firm, one in grave breach of trust, or bankrupt with its staff dismissed (僵尸企业、严重失信、破产).</summary>
    public Fact<bool> Unsound { get; init => field = value.Named("zombie_or_dishonest_or_bankrupt"); } = Fact.Unproven<bool>("zombie_or_dishonest_or_bankrupt");

    /// <summary>What was drawn this year (本年度已享受).</summary>
    public Fact<RefundDrawn> Drawn { get; init => field = value.Named("refund_already_this_year"); } = Fact.Unproven<RefundDrawn>("refund_already_this_year");

    /// <summary>Paid this year under the general kind (本年度已返还), yuan.</summary>
    public Fact<Money> AlreadyPaid { get; init => field = value.Named("already_paid"); } = Fact.Unproven<Money>("already_paid");

    /// <summary>Wrongly drawn in former years and not given back (以往年度应退回), yuan.</summary>
    public Fact<Money> ToRecover { get; init => field = value.Named("to_recover"); } = Fact.Unproven<Money>("to_recover");

    /// <summary>A group that a city favours (优先类别).</summary>
    public Fact<RefundPriority> Priority { get; init => field = value.Named("priority"); } = Fact.Unproven<RefundPriority>("priority");

    /// <summary>Reads the facts by name (读取).</summary>
    public static RefundFacts Read(FactSet given) => new()
    {
        Kind = given.Choice<RefundKind>("kind"),
        Contributions = given.Money("contributions"),
        MonthsContributed = given.Count("months_contributed"),
        FullyPaid = given.Truth("fully_paid"),
        Insured = given.Count("insured"),
        LaidOff = given.Count("laid_off"),
        IndustryPolicyOk = given.Truth("industry_policy_ok"),
        Size = given.Choice<FirmSize>("size"),
        FundMonths = given.Number("fund_months"),
        LossMaking = given.Truth("loss_making_2018_2019"),
        DebtRatio = given.Number("debt_ratio"),
        RevenueDrop = given.Number("revenue_drop_2019"),
        CountyBenefit = given.Money("county_benefit"),
        Unsound = given.Truth("zombie_or_dishonest_or_bankrupt"),
        Drawn = given.Choice<RefundDrawn>("refund_already_this_year"),
        AlreadyPaid = given.Money("already_paid"),
        ToRecover = given.Money("to_recover"),
        Priority = given.Choice<RefundPriority>("priority"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Kind.Recorded,
        Contributions.Recorded,
        MonthsContributed.Recorded,
        FullyPaid.Recorded,
        Insured.Recorded,
        LaidOff.Recorded,
        IndustryPolicyOk.Recorded,
        Size.Recorded,
        FundMonths.Recorded,
        LossMaking.Recorded,
        DebtRatio.Recorded,
        RevenueDrop.Recorded,
        CountyBenefit.Recorded,
        Unsound.Recorded,
        Drawn.Recorded,
        AlreadyPaid.Recorded,
        ToRecover.Recorded,
        Priority.Recorded,
    ];
}
