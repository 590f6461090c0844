using Wenye.Policy;

namespace Wenye.Statistics.Domain.Forms;

/// <summary>The fourteen columns of 青年就业见习工作情况汇总表 (人社部函〔2020〕66号 附件). What is left out is unproven.</summary>
/// <remarks>The numbers are those that the form's own notes and its logic give the columns (docs/decisions/0080-employment-figures.md).</remarks>
public sealed record InternshipForm : IFacts
{
    /// <summary>1 本期末实有见习单位总数.</summary>
    public Fact<int> Units { get; init => field = value.Named("units"); } = Fact.Unproven<int>("units");

    /// <summary>2 本期新增见习单位数量.</summary>
    public Fact<int> NewUnits { get; init => field = value.Named("new_units"); } = Fact.Unproven<int>("new_units");

    /// <summary>3 本期末实有见习岗位总数.</summary>
    public Fact<int> Posts { get; init => field = value.Named("posts"); } = Fact.Unproven<int>("posts");

    /// <summary>4 本期新增见习岗位数量.</summary>
    public Fact<int> NewPosts { get; init => field = value.Named("new_posts"); } = Fact.Unproven<int>("new_posts");

    /// <summary>5 本期计划组织见习人数.</summary>
    public Fact<int> Planned { get; init => field = value.Named("planned"); } = Fact.Unproven<int>("planned");

    /// <summary>6 本期实际到岗人数.</summary>
    public Fact<int> Started { get; init => field = value.Named("started"); } = Fact.Unproven<int>("started");

    /// <summary>7 其中离校未就业高校毕业生人数.</summary>
    public Fact<int> StartedGraduates { get; init => field = value.Named("started_graduates"); } = Fact.Unproven<int>("started_graduates");

    /// <summary>8 本期完成见习人数.</summary>
    public Fact<int> Completed { get; init => field = value.Named("completed"); } = Fact.Unproven<int>("completed");

    /// <summary>9 被见习单位留用人数.</summary>
    public Fact<int> Retained { get; init => field = value.Named("retained"); } = Fact.Unproven<int>("retained");

    /// <summary>10 其中离校未就业高校毕业生人数.</summary>
    public Fact<int> RetainedGraduates { get; init => field = value.Named("retained_graduates"); } = Fact.Unproven<int>("retained_graduates");

    /// <summary>11 其他方式就业人数.</summary>
    public Fact<int> EmployedOtherwise { get; init => field = value.Named("employed_otherwise"); } = Fact.Unproven<int>("employed_otherwise");

    /// <summary>12 本期非正常结束见习人数.</summary>
    public Fact<int> EndedEarly { get; init => field = value.Named("ended_early"); } = Fact.Unproven<int>("ended_early");

    /// <summary>13 本期末实有在岗见习人数.</summary>
    public Fact<int> InPost { get; init => field = value.Named("in_post"); } = Fact.Unproven<int>("in_post");

    /// <summary>14 本年累计各级财政实际拨付的见习补贴资金数, ten thousand yuan.</summary>
    public Fact<decimal> PaidWan { get; init => field = value.Named("paid_wan"); } = Fact.Unproven<decimal>("paid_wan");

    /// <summary>Reads the facts by name (读取).</summary>
    public static InternshipForm Read(FactSet given) => new()
    {
        Units = given.Count("units"),
        NewUnits = given.Count("new_units"),
        Posts = given.Count("posts"),
        NewPosts = given.Count("new_posts"),
        Planned = given.Count("planned"),
        Started = given.Count("started"),
        StartedGraduates = given.Count("started_graduates"),
        Completed = given.Count("completed"),
        Retained = given.Count("retained"),
        RetainedGraduates = given.Count("retained_graduates"),
        EmployedOtherwise = given.Count("employed_otherwise"),
        EndedEarly = given.Count("ended_early"),
        InPost = given.Count("in_post"),
        PaidWan = given.Number("paid_wan"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Units.Recorded, NewUnits.Recorded, Posts.Recorded, NewPosts.Recorded, Planned.Recorded, Started.Recorded, StartedGraduates.Recorded,
        Completed.Recorded, Retained.Recorded, RetainedGraduates.Recorded, EmployedOtherwise.Recorded, EndedEarly.Recorded, InPost.Recorded, PaidWan.Recorded,
    ];
}

/// <summary>The relations at fault, as the form prints them (逻辑关系差错).</summary>
/// <param name="Faults">For example <c>5≥6</c>; empty when none is.</param>
public sealed record InternshipFaults(IReadOnlyList<string> Faults) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("faults", PolicyValue.Of([.. Faults.Select(PolicyValue.Of)]))];
}

/// <summary>Is the internship form consistent (见习汇总表逻辑关系)? Granted: every printed relation holds.</summary>
public static class InternshipFormCheck
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.internship_form";

    private static readonly Parameter<bool> Relations = Parameter.Rule("statistics.internship_relations");

    /// <summary>Decides (认定).</summary>
    public static Decision<InternshipFaults> Decide(InternshipForm form, PolicyContext policy)
    {
        var rule = policy.Get(Relations);
        // 66号 附件7  逻辑关系：1≥2,3≥4,5≥6≥7,8≥9+11,9≥10
        (string Text, Proposition Holds)[] relations =
        [
            ("1≥2", Holds(form.Units, form.NewUnits)),
            ("3≥4", Holds(form.Posts, form.NewPosts)),
            ("5≥6", Holds(form.Planned, form.Started)),
            ("6≥7", Holds(form.Started, form.StartedGraduates)),
            ("8≥9+11", Holds(form.Completed, form.Retained, form.EmployedOtherwise)),
            ("9≥10", Holds(form.Retained, form.RetainedGraduates)),
        ];
        var examined = Decision.On(Name, form, policy).AndIf(!rule.IsSet, rule, default);
        foreach (var (_, holds) in rule.IsSet ? relations : [])
        {
            examined = examined.And(rule, holds);
        }

        return examined.Answering(new InternshipFaults([.. relations.Where(one => rule.IsSet && one.Holds.Answer == Answer.NotMet).Select(one => one.Text)]));
    }

    /// <summary>The whole is at least the sum of its parts.</summary>
    private static Proposition Holds(Fact<int> whole, params Fact<int>[] parts)
    {
        var known = Array.TrueForAll(parts, part => part.IsProven);
        return Proposition.All([.. parts.Select(part => part.IsEstablished()), known ? whole.AtLeast(parts.Sum(part => part.Value)) : whole.IsEstablished()]);
    }
}
