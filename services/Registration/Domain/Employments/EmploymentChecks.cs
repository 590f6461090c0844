using Wenye.Policy;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Domain.Employments;

/// <summary>What employment registration asks beyond the ministry's rules (就业登记校验规则).</summary>
internal static class EmploymentChecks
{
    // 就业方式（单位就业/个体工商户/公益性岗位安置/灵活就业）
    public const string UnitWork = "unit";
    public const string IndividualBusiness = "individual_business";
    public const string WelfarePost = "welfare_post";
    public const string Flexible = "flexible";

    /// <summary>Cities that have no counties (不设区的地级市): there the city's own code is the place.</summary>
    private static readonly string[] WithoutCounties = ["441900", "442000", "460400", "620200"];

    /// <summary>An employer that is a body has a code (单位必有统一社会信用代码).</summary>
    public static Presence RequiredOfUnits { get; } =
        Presence.RequiredWhen((in form) => form["manner"] is UnitWork or WelfarePost, "单位就业、公益性岗位安置的，");

    /// <summary>An employer has a place (单位有具体地址).</summary>
    public static Presence RequiredOfEmployers { get; } =
        Presence.RequiredWhen((in form) => form["manner"] is UnitWork or IndividualBusiness or WelfarePost, "除灵活就业外，");

    /// <summary>A county (县级), since figures are by county; its code is in the table.</summary>
    public static string? IsCounty(FieldRule rule, string text, in Form form) =>
        (Division.TryParse(text, out var division) && division.Level == DivisionLevel.District) || WithoutCounties.Contains(text)
            ? null
            : $"{rule.Name}应填写到县（市、区），请填写县级行政区划代码";

    /// <summary>One of the contract's values (接口定义的取值).</summary>
    public static FieldCheck IsOneOf(params string[] terms) => (FieldRule rule, string text, in Form _) =>
        terms.Contains(text) ? null : $"{rule.Name}不是接口定义的取值，请从接口定义中选择";

    // GB 32100-2015  18位，数字或大写英文字母（不使用I、O、Z、S、V）。校验码不符只提示，不退回。
    /// <summary>A code of the right length and characters (统一社会信用代码); a wrong check character is warned of, not refused.</summary>
    public static string? IsSocialCreditCode(FieldRule rule, string text, in Form form) => UnifiedSocialCreditCode.Examine(text, out _) switch
    {
        SocialCreditCodeFault.Length => $"{rule.Name}应为18位，请核对后重新填写",
        SocialCreditCodeFault.Character => $"{rule.Name}只能是数字和大写字母（不使用I、O、S、V、Z），第3至8位为数字，请核对后重新填写",
        _ => null,
    };

    // 就业单位（灵活就业为从事工作内容）
    /// <summary>Flexible work has no employer (灵活就业没有单位).</summary>
    public static string? NotOfFlexibleWork(FieldRule rule, string text, in Form form) =>
        form["manner"] == Flexible ? $"灵活就业没有就业单位，请将{rule.Name}留空或改正就业方式" : null;

    /// <summary>Only flexible work is asked for its income (仅灵活就业核实收入).</summary>
    public static string? OnlyOfFlexibleWork(FieldRule rule, string text, in Form form) =>
        form["manner"] is Flexible or "" ? null : $"只有灵活就业才填写{rule.Name}，请留空或改正就业方式";
}
