using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Posts;

/// <summary>What the work of a post is (岗位性质).</summary>
public enum PostDuty
{
    /// <summary>基层公共服务类.</summary>
    PublicService = 1,

    /// <summary>基层公共管理类.</summary>
    PublicManagement,

    /// <summary>机关事业单位管理类.</summary>
    Managerial,

    /// <summary>专业技术类.</summary>
    Technical,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>What welfare_posts.post looks at (岗位开发的事实). What is left out is unproven.</summary>
public sealed record PostDevelopmentFacts : IFacts
{
    /// <summary>岗位类别.</summary>
    public Fact<PostKind> Post { get; init => field = value.Named("post"); } = Fact.Unproven<PostKind>("post");

    /// <summary>岗位性质.</summary>
    public Fact<PostDuty> Duty { get; init => field = value.Named("duty"); } = Fact.Unproven<PostDuty>("duty");

    /// <summary>Serves no profit (非营利性).</summary>
    public Fact<bool> NonProfit { get; init => field = value.Named("non_profit"); } = Fact.Unproven<bool>("non_profit");

    /// <summary>The village has a heavy task of poverty relief or revival (扶贫任务或乡村振兴任务重的村); asked for rural posts.</summary>
    public Fact<bool> VillageBurdened { get; init => field = value.Named("village_burdened"); } = Fact.Unproven<bool>("village_burdened");

    /// <summary>Months in post that the announcement gives (在岗时间); asked for temporary posts.</summary>
    public Fact<int> Months { get; init => field = value.Named("months"); } = Fact.Unproven<int>("months");

    /// <summary>Reads the facts by name (读取).</summary>
    public static PostDevelopmentFacts Read(FactSet given) => new()
    {
        Post = given.Choice<PostKind>("post"),
        Duty = given.Choice<PostDuty>("duty"),
        NonProfit = given.Truth("non_profit"),
        VillageBurdened = given.Truth("village_burdened"),
        Months = given.Count("months"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Post.Recorded, Duty.Recorded, NonProfit.Recorded, VillageBurdened.Recorded, Months.Recorded];
}

/// <summary>May this post be set up (岗位开发设置)?</summary>
/// <remarks>
/// That posts stand mainly at county level and below (第六条) and were mainly temporary in 2020 (38号 五) is said of all posts together
/// and refuses none.
/// </remarks>
public static class PostDevelopment
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.post";

    private static readonly Parameter<bool> NonProfit = Parameter.Rule("welfare_posts.post_non_profit");
    private static readonly Parameter<Terms<PostDuty>> Duties = Parameter.Terms<PostDuty>("welfare_posts.post_duties");
    private static readonly Parameter<bool> RuralService = Parameter.Rule("welfare_posts.post_rural");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(PostDevelopmentFacts facts, PolicyContext policy)
    {
        var (nonProfit, rural, months) = (policy.Get(NonProfit), policy.Get(RuralService), policy.Get(PostParameters.TemporaryMonths));
        var kind = facts.Post.IsProven ? facts.Post.Value : default;
        return Decision.On(Name, facts, policy)

            // 36号 第五条  公益性岗位面向非营利性基层公共服务类、公共管理类岗位开发设置，不包括机关事业单位管理类、专业技术类岗位
            // 38号 四  聚焦城乡公共服务短板把握开发领域
            .When(policy.Get(Duties), facts.Post.IsEstablished())
            .And(policy.Get(Duties), facts.Duty.OneOf(policy.Get(Duties)))

            // 36号 第二条  公益性岗位…是指…用于安置就业困难人员就业的非营利性岗位
            .AndIf(nonProfit.IsSet, nonProfit, facts.NonProfit.Is(true))

            // 36号 第二十三条  组织扶贫任务或乡村振兴任务重的村（社区）开发乡村公共服务类公益性岗位
            .AndIf(kind == PostKind.Rural && rural.IsSet, rural, Proposition.All(facts.Duty.Is(PostDuty.PublicService), facts.VillageBurdened.Is(true)))

            // 38号 五、辽政办发25号 (十四)  临时性公益性岗位在岗时间不超过6个月
            .AndIf(kind == PostKind.UrbanTemporary, months, Proposition.All(facts.Months.AtLeast(1), facts.Months.AtMost(months)))
            .Grant();
    }
}
