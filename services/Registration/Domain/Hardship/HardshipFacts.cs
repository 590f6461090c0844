using Wenye.Policy;

namespace Wenye.Registration.Domain.Hardship;

/// <summary>Why a person is in employment hardship (就业困难人员类别), in the order of the contract.</summary>
public enum HardshipCategory
{
    /// <summary>Of a family in which nobody works (零就业家庭成员).</summary>
    ZeroEmploymentFamily = 1,

    /// <summary>On the register of the poor and of working age (建档立卡适龄贫困劳动力).</summary>
    RegisteredPoor,

    /// <summary>Older (大龄就业困难人员).</summary>
    Older,

    /// <summary>Disabled (残疾人员).</summary>
    Disabled,

    /// <summary>Out of work because of the epidemic (受疫情影响失业人员).</summary>
    Epidemic,

    /// <summary>Out of work for a year without a break (连续失业一年以上).</summary>
    LongUnemployed,

    /// <summary>Lost the land (失去土地).</summary>
    Landless,

    /// <summary>Of a category that the city named (各市确定的其他类别).</summary>
    City,
}

/// <summary>What registration.hardship looks at (就业困难人员认定的事实). What is left out is unproven.</summary>
public sealed record HardshipFacts : IFacts
{
    /// <summary>The category asked for (申请类别).</summary>
    public Fact<HardshipCategory> Category { get; init => field = value.Named("category"); } = Fact.Unproven<HardshipCategory>("category");

    /// <summary>The city's name of its category (各市确定的类别名称). Asked of that category only.</summary>
    public Fact<string> CityCategory { get; init => field = value.Named("city_category"); } = Fact.Unproven<string>("city_category");

    /// <summary>Has a live registration as unemployed (登记失业人员).</summary>
    public Fact<bool> RegisteredUnemployed { get; init => field = value.Named("registered_unemployed"); } = Fact.Unproven<bool>("registered_unemployed");

    /// <summary>Out of work since, without a break (失业时间).</summary>
    public Fact<DateOnly> UnemployedSince { get; init => field = value.Named("unemployed_since"); } = Fact.Unproven<DateOnly>("unemployed_since");

    /// <summary>Day of birth (出生日期).</summary>
    public Fact<DateOnly> BirthDate { get; init => field = value.Named("birth_date"); } = Fact.Unproven<DateOnly>("birth_date");

    /// <summary>性别.</summary>
    public Fact<Sex> Sex { get; init => field = value.Named("sex"); } = Fact.Unproven<Sex>("sex");

    /// <summary>Lawfully draws a basic old-age pension (已依法享受基本养老保险待遇).</summary>
    public Fact<bool> ReceivesPension { get; init => field = value.Named("receives_pension"); } = Fact.Unproven<bool>("receives_pension");

    /// <summary>The day the person reaches statutory retirement age (达到法定退休年龄之日).</summary>
    public Fact<DateOnly> RetirementDate { get; init => field = value.Named("retirement_date"); } = Fact.Unproven<DateOnly>("retirement_date");

    /// <summary>Broke a commitment made at registration (未遵守信用承诺).</summary>
    public Fact<bool> CommitmentBroken { get; init => field = value.Named("commitment_broken"); } = Fact.Unproven<bool>("commitment_broken");

    /// <summary>Nobody of the family works (零就业家庭).</summary>
    public Fact<bool> ZeroEmploymentFamily { get; init => field = value.Named("zero_employment_family"); } = Fact.Unproven<bool>("zero_employment_family");

    /// <summary>On the register of the poor (建档立卡贫困人员).</summary>
    public Fact<bool> RegisteredPoor { get; init => field = value.Named("registered_poor"); } = Fact.Unproven<bool>("registered_poor");

    /// <summary>Holds a certificate of disability (残疾人员).</summary>
    public Fact<bool> Disabled { get; init => field = value.Named("disabled"); } = Fact.Unproven<bool>("disabled");

    /// <summary>Lost work because of the epidemic (受疫情影响失业).</summary>
    public Fact<bool> EpidemicHit { get; init => field = value.Named("epidemic_hit"); } = Fact.Unproven<bool>("epidemic_hit");

    /// <summary>Lost the land (失去土地).</summary>
    public Fact<bool> LostLand { get; init => field = value.Named("lost_land"); } = Fact.Unproven<bool>("lost_land");

    /// <summary>Meets what the city asks of its category (符合该类别条件).</summary>
    public Fact<bool> InCityCategory { get; init => field = value.Named("in_city_category"); } = Fact.Unproven<bool>("in_city_category");

    /// <summary>Reads the facts by name (读取).</summary>
    public static HardshipFacts Read(FactSet given) => new()
    {
        Category = given.Choice<HardshipCategory>("category"),
        CityCategory = given.Text("city_category"),
        RegisteredUnemployed = given.Truth("registered_unemployed"),
        UnemployedSince = given.Day("unemployed_since"),
        BirthDate = given.Day("birth_date"),
        Sex = given.Choice<Sex>("sex"),
        ReceivesPension = given.Truth("receives_pension"),
        RetirementDate = given.Day("retirement_date"),
        CommitmentBroken = given.Truth("commitment_broken"),
        ZeroEmploymentFamily = given.Truth("zero_employment_family"),
        RegisteredPoor = given.Truth("registered_poor"),
        Disabled = given.Truth("disabled"),
        EpidemicHit = given.Truth("epidemic_hit"),
        LostLand = given.Truth("lost_land"),
        InCityCategory = given.Truth("in_city_category"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Category.Recorded,
        CityCategory.Recorded,
        RegisteredUnemployed.Recorded,
        UnemployedSince.Recorded,
        BirthDate.Recorded,
        Sex.Recorded,
        ReceivesPension.Recorded,
        RetirementDate.Recorded,
        CommitmentBroken.Recorded,
        ZeroEmploymentFamily.Recorded,
        RegisteredPoor.Recorded,
        Disabled.Recorded,
        EpidemicHit.Recorded,
        LostLand.Recorded,
        InCityCategory.Recorded,
    ];
}
