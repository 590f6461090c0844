namespace Wenye.Contracts.Events.Registration.V1;

/// <summary>A person's employment was registered (就业登记办结).</summary>
/// <remarks>
/// Published once per employment; delivered at least once. Sex and year of birth are for figures by group: with the key of
/// the person, the county and the day they single nobody out, and no consumer has to ask who the person is. The employer's code is
/// left out for individual businesses, where public registers tell the owner's name by it.
/// </remarks>
public sealed record EmploymentRegistered
{
    /// <summary>Registration's key of the employment, unique for ever.</summary>
    public required Guid EmploymentId { get; init; }

    /// <summary>Registration's key of the person, the same at every registration of that person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Place of work, GB/T 2260 (就业地).</summary>
    public required string Division { get; init; }

    /// <summary>Whether that place is urban (城镇区域).</summary>
    public required bool Urban { get; init; }

    /// <summary>就业类型: first or re_employment.</summary>
    public required string Type { get; init; }

    /// <summary>就业方式: unit, individual_business, welfare_post or flexible.</summary>
    public required string Manner { get; init; }

    /// <summary>First day of the employment (就业时间).</summary>
    public required DateOnly EmployedOn { get; init; }

    /// <summary>
    /// What that day is taken from (就业时间依据): employment_registration, social_insurance, labour_filing,
    /// business_registration or welfare_post_agreement.
    /// </summary>
    public required string Basis { get; init; }

    /// <summary>Day of registration, China Standard Time (登记日期).</summary>
    public required DateOnly RegisteredOn { get; init; }

    /// <summary>单位统一社会信用代码, of bodies only; else empty.</summary>
    public required string EmployerCode { get; init; }

    /// <summary>从事产业类型: primary, secondary or tertiary.</summary>
    public required string Sector { get; init; }

    /// <summary>国民经济行业, GB/T 4754; empty when it was not told.</summary>
    public required string Industry { get; init; }

    /// <summary>登记失业人员（是/否）, when it was registered.</summary>
    public required bool WasRegisteredUnemployed { get; init; }

    /// <summary>就业困难人员（是/否）, when it was registered.</summary>
    public required bool WasInHardship { get; init; }

    /// <summary>Code table AAC004 (性别).</summary>
    public required string Sex { get; init; }

    /// <summary>Year of birth (出生年份).</summary>
    public required int BirthYear { get; init; }
}
