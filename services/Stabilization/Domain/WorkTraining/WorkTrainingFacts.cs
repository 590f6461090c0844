using Wenye.Policy;

namespace Wenye.Stabilization.Domain.WorkTraining;

/// <summary>For whom the firm is subsidised (以工代训补贴种类).</summary>
public enum WorkTrainingKind
{
    /// <summary>People newly taken on (新吸纳就业以工代训补贴).</summary>
    Hiring = 1,

    /// <summary>Staff of a firm in difficulty (困难企业以工代训补贴).</summary>
    Difficult,
}

/// <summary>Industries that the epidemic hit hard, and all others (行业).</summary>
public enum WorkTrainingIndustry
{
    /// <summary>外贸.</summary>
    ForeignTrade = 1,

    /// <summary>住宿餐饮.</summary>
    LodgingCatering,

    /// <summary>文化旅游.</summary>
    CultureTourism,

    /// <summary>交通运输.</summary>
    Transport,

    /// <summary>批发零售.</summary>
    WholesaleRetail,

    /// <summary>其他行业.</summary>
    Other,
}

/// <summary>What stabilization.work_training looks at (以工代训补贴的事实): one firm, one month, one kind. What is left out is unproven.</summary>
public sealed record WorkTrainingFacts : IFacts
{
    /// <summary>The kind claimed (申领种类).</summary>
    public Fact<WorkTrainingKind> Kind { get; init => field = value.Named("kind"); } = Fact.Unproven<WorkTrainingKind>("kind");

    /// <summary>The month claimed for (申领月份).</summary>
    public Fact<YearMonth> Month { get; init => field = value.Named("month"); } = Fact.Unproven<YearMonth>("month");

    /// <summary>The day of application (申请日): it decides between the standards of 63号 and of 78号.</summary>
    public Fact<DateOnly> AppliedOn { get; init => field = value.Named("applied_on"); } = Fact.Unproven<DateOnly>("applied_on");

    /// <summary>企业划型.</summary>
    public Fact<FirmSize> Size { get; init => field = value.Named("size"); } = Fact.Unproven<FirmSize>("size");

    /// <summary>行业.</summary>
    public Fact<WorkTrainingIndustry> Industry { get; init => field = value.Named("industry"); } = Fact.Unproven<WorkTrainingIndustry>("industry");

    /// <summary>The firm added the industry to its registered scope after 9 May 2020 (2020年5月9日后变更增加经营范围).</summary>
    public Fact<bool> ScopeAdded { get; init => field = value.Named("scope_added_after_2020_05_09"); } = Fact.Unproven<bool>("scope_added_after_2020_05_09");

    /// <summary>Qualifying people this month (以工代训人数).</summary>
    public Fact<int> Trainees { get; init => field = value.Named("trainees"); } = Fact.Unproven<int>("trainees");

    /// <summary>Months already paid to this firm, of either kind (已享受月数). A month that is topped up is among them.</summary>
    public Fact<int> MonthsUsed { get; init => field = value.Named("months_used"); } = Fact.Unproven<int>("months_used");

    /// <summary>Yuan already paid to this firm under kind difficult (困难企业已享受金额). What a topped-up month was paid is in it.</summary>
    public Fact<Money> PaidBefore { get; init => field = value.Named("paid_before"); } = Fact.Unproven<Money>("paid_before");

    /// <summary>Yuan that this very month was already paid in this kind (本月已领金额): stated by a claim to top up, left out by a first claim.</summary>
    public Fact<Money> PaidThisMonth { get; init => field = value.Named("paid_this_month"); } = Fact.Unproven<Money>("paid_this_month");

    /// <summary>The firm claimed the other kind for the same month (同月已申请另一类).</summary>
    public Fact<bool> OtherKind { get; init => field = value.Named("other_kind_this_month"); } = Fact.Unproven<bool>("other_kind_this_month");

    /// <summary>By how much revenue fell against the monthly mean of 2019 (营业收入降幅): 0.2 is 20 %; below zero it rose.</summary>
    public Fact<decimal> RevenueDrop { get; init => field = value.Named("revenue_drop"); } = Fact.Unproven<decimal>("revenue_drop");

    /// <summary>By how much the electricity bill fell (电费降幅), as above.</summary>
    public Fact<decimal> ElectricityDrop { get; init => field = value.Named("electricity_drop"); } = Fact.Unproven<decimal>("electricity_drop");

    /// <summary>By how much use of other energy for production fell (其他能源消耗量降幅), as above.</summary>
    public Fact<decimal> EnergyDrop { get; init => field = value.Named("energy_drop"); } = Fact.Unproven<decimal>("energy_drop");

    /// <summary>Balance of the city's special account over the amount it was set up with (专账资金余额占建账规模比例).</summary>
    public Fact<decimal> SpecialAccountShare { get; init => field = value.Named("special_account_share"); } = Fact.Unproven<decimal>("special_account_share");

    /// <summary>Reads the facts by name (读取).</summary>
    public static WorkTrainingFacts Read(FactSet given) => new()
    {
        Kind = given.Choice<WorkTrainingKind>("kind"),
        Month = given.Month("month"),
        AppliedOn = given.Day("applied_on"),
        Size = given.Choice<FirmSize>("size"),
        Industry = given.Choice<WorkTrainingIndustry>("industry"),
        ScopeAdded = given.Truth("scope_added_after_2020_05_09"),
        Trainees = given.Count("trainees"),
        MonthsUsed = given.Count("months_used"),
        PaidBefore = given.Money("paid_before"),
        PaidThisMonth = given.Money("paid_this_month"),
        OtherKind = given.Truth("other_kind_this_month"),
        RevenueDrop = given.Number("revenue_drop"),
        ElectricityDrop = given.Number("electricity_drop"),
        EnergyDrop = given.Number("energy_drop"),
        SpecialAccountShare = given.Number("special_account_share"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Kind.Recorded,
        Month.Recorded,
        AppliedOn.Recorded,
        Size.Recorded,
        Industry.Recorded,
        ScopeAdded.Recorded,
        Trainees.Recorded,
        MonthsUsed.Recorded,
        PaidBefore.Recorded,
        PaidThisMonth.Recorded,
        OtherKind.Recorded,
        RevenueDrop.Recorded,
        ElectricityDrop.Recorded,
        EnergyDrop.Recorded,
        SpecialAccountShare.Recorded,
    ];
}
