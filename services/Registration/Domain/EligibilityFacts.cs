using Wenye.Policy;

namespace Wenye.Registration.Domain;

/// <summary>Where a person asks to be registered (登记失业地类型).</summary>
public enum RegistrationPlace
{
    /// <summary>Where the household is registered (户籍地).</summary>
    Household,

    /// <summary>Where the person lives (常住地).</summary>
    Residence,

    /// <summary>Where the last employment was registered (就业地).</summary>
    Employment,

    /// <summary>Where the person was last insured (参保地).</summary>
    Insured,
}

/// <summary>What registration.eligibility looks at (失业登记条件的事实). What is left out is unproven.</summary>
public sealed record EligibilityFacts : IFacts
{
    /// <summary>Day of birth (出生日期).</summary>
    public Fact<DateOnly> BirthDate { get; init => field = value.Named("birth_date"); } = Fact.Unproven<DateOnly>("birth_date");

    /// <summary>Lawfully draws a basic old-age pension (已依法享受基本养老保险待遇).</summary>
    public Fact<bool> ReceivesPension { get; init => field = value.Named("receives_pension"); } = Fact.Unproven<bool>("receives_pension");

    /// <summary>Is able to work (有劳动能力).</summary>
    public Fact<bool> AbleToWork { get; init => field = value.Named("able_to_work"); } = Fact.Unproven<bool>("able_to_work");

    /// <summary>Wants to work, by the person's own application (有就业要求).</summary>
    public Fact<bool> WantsWork { get; init => field = value.Named("wants_work"); } = Fact.Unproven<bool>("wants_work");

    /// <summary>Is in work by the record of the employment system (处于就业状态).</summary>
    public Fact<bool> Employed { get; init => field = value.Named("employed"); } = Fact.Unproven<bool>("employed");

    /// <summary>Where the person asks to be registered (登记地点).</summary>
    public Fact<RegistrationPlace> Place { get; init => field = value.Named("place"); } = Fact.Unproven<RegistrationPlace>("place");

    /// <summary>Is a resident of Hong Kong, Macao or Taiwan (港澳台居民). Left out for everybody else.</summary>
    public Fact<bool> HmtResident { get; init => field = value.Named("hmt_resident"); } = Fact.Unproven<bool>("hmt_resident");

    /// <summary>Lost work after having worked in the province (在本省就业后失业). Asked of residents of Hong Kong, Macao and Taiwan only.</summary>
    public Fact<bool> WorkedInProvince { get; init => field = value.Named("worked_in_province"); } = Fact.Unproven<bool>("worked_in_province");

    /// <summary>Reads the facts by name (读取).</summary>
    public static EligibilityFacts Read(FactSet given) => new()
    {
        BirthDate = given.Day("birth_date"),
        ReceivesPension = given.Truth("receives_pension"),
        AbleToWork = given.Truth("able_to_work"),
        WantsWork = given.Truth("wants_work"),
        Employed = given.Truth("employed"),
        Place = given.Choice<RegistrationPlace>("place"),
        HmtResident = given.Truth("hmt_resident"),
        WorkedInProvince = given.Truth("worked_in_province"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        BirthDate.Recorded,
        ReceivesPension.Recorded,
        AbleToWork.Recorded,
        WantsWork.Recorded,
        Employed.Recorded,
        Place.Recorded,
        HmtResident.Recorded,
        WorkedInProvince.Recorded,
    ];
}
