using Wenye.Policy;

namespace Wenye.Registration.Domain.Employments;

/// <summary>How a person is employed (就业方式), with the founding of a firm told apart from working for one.</summary>
public enum EmploymentManner
{
    /// <summary>Employed by a body (单位就业).</summary>
    Unit,

    /// <summary>Founded a firm or a private non-enterprise body (创办企业或民办非企业).</summary>
    Founded,

    /// <summary>Individual business (个体工商户).</summary>
    IndividualBusiness,

    /// <summary>Placed in a public welfare post (公益性岗位安置).</summary>
    WelfarePost,

    /// <summary>Flexible work (灵活就业).</summary>
    Flexible,
}

/// <summary>What registration.employment looks at (就业登记的事实). What is left out is unproven.</summary>
public sealed record EmploymentFacts : IFacts
{
    /// <summary>How (就业方式).</summary>
    public Fact<EmploymentManner> Manner { get; init => field = value.Named("manner"); } = Fact.Unproven<EmploymentManner>("manner");

    /// <summary>Monthly income is not below the local subsistence minimum (月收入不低于当地最低生活保障标准). Asked of flexible work only.</summary>
    public Fact<bool> IncomeReachesMinimum { get; init => field = value.Named("income_reaches_minimum"); } = Fact.Unproven<bool>("income_reaches_minimum");

    /// <summary>First day of the employment (就业时间).</summary>
    public Fact<DateOnly> EmployedOn { get; init => field = value.Named("employed_on"); } = Fact.Unproven<DateOnly>("employed_on");

    /// <summary>Day of birth (出生日期).</summary>
    public Fact<DateOnly> BirthDate { get; init => field = value.Named("birth_date"); } = Fact.Unproven<DateOnly>("birth_date");

    /// <summary>Lawfully draws a basic old-age pension (依法享受基本养老保险待遇).</summary>
    public Fact<bool> ReceivesPension { get; init => field = value.Named("receives_pension"); } = Fact.Unproven<bool>("receives_pension");

    /// <summary>Reads the facts by name (读取).</summary>
    public static EmploymentFacts Read(FactSet given) => new()
    {
        Manner = given.Choice<EmploymentManner>("manner"),
        IncomeReachesMinimum = given.Truth("income_reaches_minimum"),
        EmployedOn = given.Day("employed_on"),
        BirthDate = given.Day("birth_date"),
        ReceivesPension = given.Truth("receives_pension"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
        [Manner.Recorded, IncomeReachesMinimum.Recorded, EmployedOn.Recorded, BirthDate.Recorded, ReceivesPension.Recorded];
}

/// <summary>What follows from an employment (就业登记的结果).</summary>
/// <param name="Employed">The person is in work (处于就业状态); always true where there is a result.</param>
/// <param name="ReasonCode">With which code of AJC00A it ends a registration as unemployed (注销失业登记原因).</param>
public sealed record EmploymentEffect(bool Employed, string ReasonCode) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("employed", PolicyValue.Of(Employed)), new("reason_code", PolicyValue.Of(ReasonCode))];
}
