using Wenye.Policy;
using Wenye.WelfarePosts.Domain.People;

namespace Wenye.WelfarePosts.Domain.Terms;

/// <summary>What welfare_posts.replacement looks at (接续帮扶的事实). What is left out is unproven.</summary>
public sealed record ReplacementFacts : IFacts
{
    /// <summary>The group for which the person was first placed (首次聘用时的群体).</summary>
    public Fact<HardshipGroup> Group { get; init => field = value.Named("group"); } = Fact.Unproven<HardshipGroup>("group");

    /// <summary>Whole months without work in a row since the term ended, by the province's records (期满后连续未就业月数).</summary>
    public Fact<int> UnemployedMonthsSinceTerm { get; init => field = value.Named("unemployed_months_since_term"); } = Fact.Unproven<int>("unemployed_months_since_term");

    /// <summary>Placements so far, the first included (累计安置次数).</summary>
    public Fact<int> Placements { get; init => field = value.Named("placements"); } = Fact.Unproven<int>("placements");

    /// <summary>Reads the facts by name (读取).</summary>
    public static ReplacementFacts Read(FactSet given) => new()
    {
        Group = given.Choice<HardshipGroup>("group"),
        UnemployedMonthsSinceTerm = given.Count("unemployed_months_since_term"),
        Placements = given.Count("placements"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Group.Recorded, UnemployedMonthsSinceTerm.Recorded, Placements.Recorded];
}

/// <summary>What a second placement entails (再次安置).</summary>
/// <param name="Placement">Which placement it is, 2 for the second (第几次安置).</param>
public sealed record ReplacementResult(int Placement) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        new("placement", PolicyValue.Of((decimal)Placement)),

        // 36号 第十八条  补贴期限重新计算，并报上一级人力资源社会保障部门和财政部门备案
        new("term_begins_anew", PolicyValue.Of(true)),
        new("file_with_superior", PolicyValue.Of(true)),
    ];
}

/// <summary>May the person be placed again (接续帮扶)? By the procedure of a first placement, once granted.</summary>
public static class Replacement
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.replacement";

    private static readonly Parameter<Terms<HardshipGroup>> Groups = Parameter.Terms<HardshipGroup>("welfare_posts.replacement_groups");
    private static readonly Parameter<int> Months = Parameter.Count("welfare_posts.replacement_unemployed_months", Unit.Months);
    private static readonly Parameter<int> Times = Parameter.Count("welfare_posts.replacement_placements", Unit.Times);

    /// <summary>Decides (认定).</summary>
    // 36号 第十八条  对首次聘用到公益性岗位的零就业家庭成员、…重度残疾人，补贴期满后连续一年以上仍未能…实现就业的，可再次…安置，…累计安置次数（含首次聘用）原则上不超过2次
    public static Decision<ReplacementResult> Decide(ReplacementFacts facts, PolicyContext policy)
    {
        var (groups, months, times) = (policy.Get(Groups), policy.Get(Months), policy.Get(Times));
        return Decision.On(Name, facts, policy)
            .When(groups, facts.Group.OneOf(groups))
            .AndIf(months.IsSet, months, facts.UnemployedMonthsSinceTerm.AtLeast(months))
            .AndIf(times.IsSet, times, facts.Placements.Below(times))
            .Grant(() => new ReplacementResult(facts.Placements.Value + 1));
    }
}
