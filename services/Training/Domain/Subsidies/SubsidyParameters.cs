using Wenye.Policy;

namespace Wenye.Training.Domain.Subsidies;

/// <summary>The dated parameters of the training subsidy (职业培训补贴参数); values and clauses are in subsidy.parameters.yaml.</summary>
internal static class SubsidyParameters
{
    /// <summary>Certificates that are subsidised (证书范围).</summary>
    public static readonly Parameter<Terms<CertificateKind>> Certificates = Parameter.Terms<CertificateKind>("training.subsidy_certificates");

    /// <summary>How often a year (每年次数).</summary>
    public static readonly Parameter<int> TimesAYear = Parameter.Count("training.subsidy_times_a_year", Unit.Times);

    /// <summary>Years within which the same occupation and level is not paid again (同一职业同一等级不重复期限).</summary>
    public static readonly Parameter<int> RepeatYears = Parameter.Count("training.subsidy_repeat_years", Unit.TermYears);

    /// <summary>The city sets the standard (市定标准).</summary>
    public static readonly Parameter<bool> Standard = Parameter.Rule("training.subsidy_standard");

    /// <summary>企业职工.</summary>
    public static readonly Parameter<Terms<SubsidyTrainee>> Employees = Parameter.Terms<SubsidyTrainee>("training.subsidy_employees");

    /// <summary>就业重点群体等.</summary>
    public static readonly Parameter<Terms<SubsidyTrainee>> KeyGroups = Parameter.Terms<SubsidyTrainee>("training.subsidy_key_groups");

    /// <summary>高等院校在校生.</summary>
    public static readonly Parameter<Terms<SubsidyTrainee>> Students = Parameter.Terms<SubsidyTrainee>("training.subsidy_students");

    /// <summary>灵活就业人员.</summary>
    public static readonly Parameter<Terms<SubsidyTrainee>> FlexibleWorkers = Parameter.Terms<SubsidyTrainee>("training.subsidy_flexible_workers");

    /// <summary>平台从业人员.</summary>
    public static readonly Parameter<Terms<SubsidyTrainee>> PlatformWorkers = Parameter.Terms<SubsidyTrainee>("training.subsidy_platform_workers");

    /// <summary>Whether the city counts them among employees (市里是否纳入). Set by the operator.</summary>
    public static readonly Parameter<bool> PlatformWorkersOfCity = Parameter.Rule("training.subsidy_platform_workers_city");

    /// <summary>How often while at school (在校期间次数).</summary>
    public static readonly Parameter<int> TimesInCollege = Parameter.Count("training.subsidy_times_in_college", Unit.Times);

    /// <summary>Last day of the measure (执行截止日).</summary>
    public static readonly Parameter<DateOnly> LastDay = Parameter.Day("training.subsidy_last_day");

    /// <summary>Stages may be trained, examined and paid one by one (分段培训、分段考核、分段补贴).</summary>
    public static readonly Parameter<bool> Stages = Parameter.Rule("training.subsidy_stages");

    /// <summary>Share of the standard that a platform gets at most (线上平台补贴比例).</summary>
    public static readonly Parameter<decimal> PlatformShare = Parameter.Number("training.subsidy_platform_share", Unit.Rate);

    /// <summary>Less than that, where the city says so (市定线上平台补贴比例). Set by the operator.</summary>
    public static readonly Parameter<decimal> PlatformShareOfCity = Parameter.Number("training.subsidy_platform_share_city", Unit.Rate);

    /// <summary>Whom a platform is paid for (线上平台培训补贴对象).</summary>
    public static readonly Parameter<Terms<SubsidyTrainee>> PlatformTrainees = Parameter.Terms<SubsidyTrainee>("training.subsidy_platform_trainees");

    /// <summary>Share for the offline stage after a platform was paid (线下实训补贴比例).</summary>
    public static readonly Parameter<decimal> OfflineShare = Parameter.Number("training.subsidy_offline_share", Unit.Rate);

    /// <summary>Last day of that (线下实训截止日).</summary>
    public static readonly Parameter<DateOnly> OfflineUntil = Parameter.Day("training.subsidy_offline_until");

    /// <summary>Share for the offline stage where the province states none (市定线下补贴比例). Set by the operator.</summary>
    public static readonly Parameter<decimal> OfflineShareOfCity = Parameter.Number("training.subsidy_offline_share_city", Unit.Rate);

    /// <summary>Subsidies "as provided" without terms of their own (按规定给予职业培训补贴).</summary>
    public static readonly Parameter<bool> AsProvided = Parameter.Rule("training.subsidy_as_provided");
}
