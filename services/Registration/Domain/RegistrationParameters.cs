using Wenye.Policy;

namespace Wenye.Registration.Domain;

/// <summary>The dated parameters of registration (失业登记政策参数), by name; their values and clauses are in registration.parameters.yaml.</summary>
public static class RegistrationParameters
{
    /// <summary>Who may register (登记对象).</summary>
    internal static readonly Parameter<bool> Conditions = Parameter.Rule("registration.conditions");

    /// <summary>Youngest age (最低年龄), years.</summary>
    internal static readonly Parameter<int> MinimumAge = Parameter.Count("registration.minimum_age", Unit.Years);

    /// <summary>Ability to work (有劳动能力).</summary>
    internal static readonly Parameter<bool> AbilityToWork = Parameter.Rule("registration.ability_to_work");

    /// <summary>Residents of Hong Kong, Macao and Taiwan (港澳台居民).</summary>
    internal static readonly Parameter<bool> HmtResidents = Parameter.Rule("registration.hmt_residents");

    /// <summary>Places where one may register (登记地点).</summary>
    internal static readonly Parameter<Terms<RegistrationPlace>> Places = Parameter.Terms<RegistrationPlace>("registration.places");

    /// <summary>Missing papers are no reason to reject (容缺办理).</summary>
    internal static readonly Parameter<bool> MissingPapers = Parameter.Rule("registration.missing_papers");

    /// <summary>Reasons on which nobody may be rejected (不得作为拒绝理由).</summary>
    internal static readonly Parameter<Terms<RejectionReason>> ReasonsRuledOut = Parameter.Terms<RejectionReason>("registration.reasons_ruled_out");

    /// <summary>Identity is checked (核实身份).</summary>
    internal static readonly Parameter<bool> IdentityCheck = Parameter.Rule("registration.identity_check");

    /// <summary>Grounds for cancelling (注销情形).</summary>
    internal static readonly Parameter<bool> Deregistration = Parameter.Rule("registration.deregistration");

    /// <summary>Other grounds are left to the city (各市确定的其他情形).</summary>
    internal static readonly Parameter<bool> OtherGround = Parameter.Rule("registration.deregistration_ground_90");

    /// <summary>Whether the city has set other grounds and this is one (各市确定的其他情形). Set by the operator.</summary>
    internal static readonly Parameter<bool> OtherGrounds = Parameter.Rule("registration.other_deregistration_grounds");

    /// <summary>Codes of AJC00A that alone do not suffice (不能简单以此为由注销).</summary>
    internal static readonly Parameter<Terms<string>> GroundsNeverAlone = Parameter.Terms<string>("registration.grounds_never_alone");

    /// <summary>Codes of AJC00A after which nobody need be told (无须告知).</summary>
    internal static readonly Parameter<Terms<string>> CodesWithoutNotice = Parameter.Terms<string>("registration.codes_without_notice");

    /// <summary>Codes of AJC00A that make the person employed (转为就业状态).</summary>
    internal static readonly Parameter<Terms<string>> CodesIntoWork = Parameter.Terms<string>("registration.codes_into_work");

    /// <summary>Working days to decide an application (办结时限).</summary>
    internal static readonly Parameter<int> ReviewWorkingDays = Parameter.Count("registration.review_working_days", Unit.WorkingDays);

    /// <summary>Working days after registration until the first contact (首次联系时限).</summary>
    internal static readonly Parameter<int> FirstContactWorkingDays = Parameter.Count("registration.first_contact_working_days", Unit.WorkingDays);

    /// <summary>Every month a follow-up (月度跟踪).</summary>
    internal static readonly Parameter<bool> MonthlyFollowUp = Parameter.Rule("registration.monthly_follow_up");

    /// <summary>Policies to be matched in a year (政策对接), times.</summary>
    internal static readonly Parameter<int> PoliciesAYear = Parameter.Count("registration.policies_a_year", Unit.Times);

    /// <summary>Career guidance to be given in a year (职业指导), times.</summary>
    internal static readonly Parameter<int> GuidanceAYear = Parameter.Count("registration.guidance_a_year", Unit.Times);

    /// <summary>Jobs to be offered in a year (推荐岗位信息), times.</summary>
    internal static readonly Parameter<int> JobOffersAYear = Parameter.Count("registration.job_offers_a_year", Unit.Times);

    /// <summary>Free training to be offered in a year (免费技能培训信息), times.</summary>
    internal static readonly Parameter<int> TrainingOffersAYear = Parameter.Count("registration.training_offers_a_year", Unit.Times);

    /// <summary>The parameters that ship with the domain (内置参数).</summary>
    public static ParameterSet Shipped { get; } = ParameterSet.Load(typeof(RegistrationParameters).Assembly);
}
