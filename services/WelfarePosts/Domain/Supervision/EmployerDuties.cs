using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Supervision;

/// <summary>What welfare_posts.employer_duties looks at (用人单位责任的事实). What is left out is unproven.</summary>
public sealed record EmployerDutiesFacts : IFacts
{
    /// <summary>Gives protection and conditions of work (依法提供劳动保护和劳动条件).</summary>
    public Fact<bool> ProtectsWorkers { get; init => field = value.Named("protects_workers"); } = Fact.Unproven<bool>("protects_workers");

    /// <summary>Keeps attendance and manages daily (承担日常考勤和管理工作).</summary>
    public Fact<bool> KeepsAttendance { get; init => field = value.Named("keeps_attendance"); } = Fact.Unproven<bool>("keeps_attendance");

    /// <summary>Reports leavers and ended employments in time (及时报告自然减员、终止聘用关系).</summary>
    public Fact<bool> ReportsLeavers { get; init => field = value.Named("reports_leavers"); } = Fact.Unproven<bool>("reports_leavers");

    /// <summary>接受相关部门的监督检查.</summary>
    public Fact<bool> AcceptsSupervision { get; init => field = value.Named("accepts_supervision"); } = Fact.Unproven<bool>("accepts_supervision");

    /// <summary>Appraises work, rules and discipline regularly (定期开展考核评价).</summary>
    public Fact<bool> Appraises { get; init => field = value.Named("appraises"); } = Fact.Unproven<bool>("appraises");

    /// <summary>Reads the facts by name (读取).</summary>
    public static EmployerDutiesFacts Read(FactSet given) => new()
    {
        ProtectsWorkers = given.Truth("protects_workers"),
        KeepsAttendance = given.Truth("keeps_attendance"),
        ReportsLeavers = given.Truth("reports_leavers"),
        AcceptsSupervision = given.Truth("accepts_supervision"),
        Appraises = given.Truth("appraises"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        ProtectsWorkers.Recorded,
        KeepsAttendance.Recorded,
        ReportsLeavers.Recorded,
        AcceptsSupervision.Recorded,
        Appraises.Recorded,
    ];
}

/// <summary>Does an employer do what it must (用人单位管理主体责任)?</summary>
/// <remarks>How soon 及时 is, no document says.</remarks>
public static class EmployerDuties
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.employer_duties";

    private static readonly Parameter<bool> Manages = Parameter.Rule("welfare_posts.employer_manages");
    private static readonly Parameter<bool> Reports = Parameter.Rule("welfare_posts.employer_reports");
    private static readonly Parameter<bool> Appraisal = Parameter.Rule("welfare_posts.employer_appraisal");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(EmployerDutiesFacts facts, PolicyContext policy)
    {
        var (manages, reports, appraisal) = (policy.Get(Manages), policy.Get(Reports), policy.Get(Appraisal));
        return Decision.On(Name, facts, policy)

            // 36号 第四条  用人单位履行用工管理主体责任，依法提供劳动保护和劳动条件，承担日常考勤和管理工作
            // 36号 第二十五条 gives the same to whoever uses the work: 谁用人、谁管理
            .AndIf(manages.IsSet, manages, Proposition.All(facts.ProtectsWorkers.Is(true), facts.KeepsAttendance.Is(true)))

            // 36号 第二十一条  对自然减员、终止聘用关系等情况，应及时报告人力资源社会保障部门，并接受相关部门的监督检查
            .AndIf(reports.IsSet, reports, Proposition.All(facts.ReportsLeavers.Is(true), facts.AcceptsSupervision.Is(true)))

            // 38号 八  定期开展考核评价，重点考核工作成效、遵守规章制度和工作纪律情况
            .AndIf(appraisal.IsSet || !manages.IsSet, appraisal, facts.Appraises.Is(true))
            .Grant();
    }
}
