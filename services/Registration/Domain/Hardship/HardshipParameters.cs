using Wenye.Policy;

namespace Wenye.Registration.Domain.Hardship;

/// <summary>The dated parameters of hardship recognition (就业困难人员认定参数); their values and clauses are in hardship.parameters.yaml.</summary>
internal static class HardshipParameters
{
    /// <summary>Recognition is for registered unemployed people (登记失业人员中的就业困难人员).</summary>
    public static readonly Parameter<bool> Registered = Parameter.Rule("registration.hardship_registered");

    /// <summary>Commitments kept are a ground of recognition (信用承诺作为认定依据).</summary>
    public static readonly Parameter<bool> Commitments = Parameter.Rule("registration.hardship_commitments");

    /// <summary>Which categories there are (认定范围).</summary>
    public static readonly Parameter<Terms<HardshipCategory>> Categories = Parameter.Terms<HardshipCategory>("registration.hardship_categories");

    /// <summary>零就业家庭成员.</summary>
    public static readonly Parameter<bool> ZeroEmploymentFamily = Parameter.Rule("registration.hardship_zero_employment_family");

    /// <summary>建档立卡贫困劳动力.</summary>
    public static readonly Parameter<bool> RegisteredPoor = Parameter.Rule("registration.hardship_registered_poor");

    /// <summary>Youngest working age of the registered poor (适龄), years.</summary>
    public static readonly Parameter<int> RegisteredPoorAge = Parameter.Count("registration.hardship_registered_poor_age", Unit.Years);

    /// <summary>From which age a woman is older (大龄), years.</summary>
    public static readonly Parameter<int> OlderWomanAge = Parameter.Count("registration.hardship_older_woman_age", Unit.Years);

    /// <summary>From which age a man is older (大龄), years.</summary>
    public static readonly Parameter<int> OlderManAge = Parameter.Count("registration.hardship_older_man_age", Unit.Years);

    /// <summary>残疾人员.</summary>
    public static readonly Parameter<bool> Disabled = Parameter.Rule("registration.hardship_disabled");

    /// <summary>受疫情影响失业人员.</summary>
    public static readonly Parameter<bool> Epidemic = Parameter.Rule("registration.hardship_epidemic");

    /// <summary>How long out of work (连续失业), months.</summary>
    public static readonly Parameter<int> UnemployedMonths = Parameter.Count("registration.hardship_unemployed_months", Unit.Months);

    /// <summary>The city sets the scope of what the province names by its cause only (具体范围由各市确定).</summary>
    public static readonly Parameter<bool> CityScope = Parameter.Rule("registration.hardship_city_scope");

    /// <summary>Whether the city takes in people who lost their land (失去土地). Set by the operator.</summary>
    public static readonly Parameter<bool> Landless = Parameter.Rule("registration.hardship_landless");

    /// <summary>The city's own categories by name (各市确定的类别). Set by the operator.</summary>
    public static readonly Parameter<Terms<string>> CityCategories = Parameter.Terms<string>("registration.hardship_city_categories");

    /// <summary>Recognitions are publicised (公示).</summary>
    public static readonly Parameter<bool> Publicity = Parameter.Rule("registration.hardship_publicity");

    /// <summary>For how long (公示期), working days. Set by the operator.</summary>
    public static readonly Parameter<int> PublicityWorkingDays = Parameter.Count("registration.hardship_publicity_working_days", Unit.WorkingDays);

    /// <summary>Who is recognised is looked at again in time (动态调整).</summary>
    public static readonly Parameter<bool> Adjustment = Parameter.Rule("registration.hardship_adjustment");

    /// <summary>How long a recognition holds (有效期), months. Set by the operator.</summary>
    public static readonly Parameter<int> ValidMonths = Parameter.Count("registration.hardship_valid_months", Unit.Months);
}
