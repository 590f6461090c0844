using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Subsidies;

/// <summary>Why taking people on is rewarded (吸纳就业补贴情形).</summary>
public enum HireKind
{
    /// <summary>Taken on when work was resumed in February and March 2020 (复工新吸纳).</summary>
    ResumedWork = 1,

    /// <summary>Graduates of the year (毕业年度高校毕业生).</summary>
    Graduate,

    /// <summary>Registered unemployed for half a year (登记失业半年以上人员).</summary>
    LongUnemployed,
}

/// <summary>What stabilization.hiring_subsidy looks at (一次性吸纳就业补贴的事实): people of one firm alike in all of it. What is left out is unproven.</summary>
public sealed record HiringFacts : IFacts
{
    /// <summary>情形.</summary>
    public Fact<HireKind> Hire { get; init => field = value.Named("hire"); } = Fact.Unproven<HireKind>("hire");

    /// <summary>The day they were taken on (吸纳日期).</summary>
    public Fact<DateOnly> HiredOn { get; init => field = value.Named("hired_on"); } = Fact.Unproven<DateOnly>("hired_on");

    /// <summary>企业划型.</summary>
    public Fact<FirmSize> Size { get; init => field = value.Named("size"); } = Fact.Unproven<FirmSize>("size");

    /// <summary>Term of the contract (劳动合同年限), years.</summary>
    public Fact<decimal> ContractYears { get; init => field = value.Named("contract_years"); } = Fact.Unproven<decimal>("contract_years");

    /// <summary>The firm pays their social insurance, or withholds their share while its own is waived (缴纳社会保险费).</summary>
    public Fact<bool> Insured { get; init => field = value.Named("insured"); } = Fact.Unproven<bool>("insured");

    /// <summary>Their employment is registered (办理就业登记).</summary>
    public Fact<bool> RegisteredEmployment { get; init => field = value.Named("registered_employment"); } = Fact.Unproven<bool>("registered_employment");

    /// <summary>The firm had registered or insured them in the half year before the contract (签订合同前半年内在本企业有记录).</summary>
    public Fact<bool> SeenInFirm { get; init => field = value.Named("seen_in_firm_last_half_year"); } = Fact.Unproven<bool>("seen_in_firm_last_half_year");

    /// <summary>A firm was paid for the same graduates before (该毕业生已享受过).</summary>
    public Fact<bool> SubsidisedBefore { get; init => field = value.Named("graduate_subsidised_before"); } = Fact.Unproven<bool>("graduate_subsidised_before");

    /// <summary>Months registered as unemployed (登记失业月数).</summary>
    public Fact<int> UnemployedMonths { get; init => field = value.Named("registered_unemployed_months"); } = Fact.Unproven<int>("registered_unemployed_months");

    /// <summary>人数.</summary>
    public Fact<int> People { get; init => field = value.Named("people"); } = Fact.Unproven<int>("people");

    /// <summary>Reads the facts by name (读取).</summary>
    public static HiringFacts Read(FactSet given) => new()
    {
        Hire = given.Choice<HireKind>("hire"),
        HiredOn = given.Day("hired_on"),
        Size = given.Choice<FirmSize>("size"),
        ContractYears = given.Number("contract_years"),
        Insured = given.Truth("insured"),
        RegisteredEmployment = given.Truth("registered_employment"),
        SeenInFirm = given.Truth("seen_in_firm_last_half_year"),
        SubsidisedBefore = given.Truth("graduate_subsidised_before"),
        UnemployedMonths = given.Count("registered_unemployed_months"),
        People = given.Count("people"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Hire.Recorded,
        HiredOn.Recorded,
        Size.Recorded,
        ContractYears.Recorded,
        Insured.Recorded,
        RegisteredEmployment.Recorded,
        SeenInFirm.Recorded,
        SubsidisedBefore.Recorded,
        UnemployedMonths.Recorded,
        People.Recorded,
    ];
}
