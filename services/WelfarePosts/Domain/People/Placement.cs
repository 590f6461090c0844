using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Posts;
using Wenye.WelfarePosts.Domain.Ranking;

namespace Wenye.WelfarePosts.Domain.People;

/// <summary>May this person be placed in a post (安置对象)?</summary>
/// <remarks>Pure. Who is in hardship is Registration's to recognise. Readings: docs/decisions/0070-welfare-posts.md.</remarks>
public static class Placement
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.placement";

    private static readonly Parameter<bool> Recognised = Parameter.Rule("welfare_posts.placement_recognised");
    private static readonly Parameter<bool> LastResort = Parameter.Rule("welfare_posts.placement_last_resort");
    private static readonly Parameter<bool> Groups = Parameter.Rule("welfare_posts.placement_groups");
    private static readonly Parameter<int> OlderWoman = Parameter.Count("welfare_posts.placement_older_woman_age", Unit.Years);
    private static readonly Parameter<int> OlderMan = Parameter.Count("welfare_posts.placement_older_man_age", Unit.Years);
    private static readonly Parameter<bool> OnePost = Parameter.Rule("welfare_posts.placement_one_post");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(PlacementFacts facts, PolicyContext policy)
    {
        var (resort, onePost) = (policy.Get(LastResort), policy.Get(OnePost));
        var isRural = facts.Post is { IsProven: true, Value: PostKind.Rural };
        var requirements = policy.Get(isRural ? CandidateRanking.RuralOrder : CandidateRanking.Order);
        var examined = Decision.On(Name, facts, policy)

            // 36号 第三条  公益性岗位安置的就业困难人员，是指…难以实现就业，以及连续失业一年以上仍未能实现就业的人员
            // 38号 八  严格开展安置人员身份核实认定，确保依法依规安置符合条件人员
            .When(policy.Get(Recognised), facts.Recognised.Is(true))

            // 38号 三、20号 二(三)15、邢南政发 (十六)  对…通过市场渠道确实难以就业的，利用公益性岗托底安置
            .AndIf(resort.IsSet, resort, facts.HardToPlace.Is(true));
        return OfGroup(examined, facts, policy, isRural)

            // 36号 第十条  在符合用人单位公益性岗位用工条件的前提下
            // 36号 第二十三条  有能力胜任岗位工作的
            .AndIf(requirements.IsSet, requirements, facts.MeetsRequirements.Is(true))

            // 38号 八  坚决避免一村多岗、一人多岗
            .AndIf(onePost.IsSet, onePost, facts.PostsHeld.AtMost(0))
            .Grant();
    }

    private static Examination OfGroup(Examination examined, PlacementFacts facts, PolicyContext policy, bool isRural)
    {
        var groups = policy.Get(Groups);
        if (!groups.IsSet)
        {
            return examined;
        }

        // 36号 第八条  重点是零就业家庭人员、建档立卡适龄贫困劳动力、大龄就业困难人员
        examined = examined.And(groups, facts.Group.IsEstablished());
        return (facts.Group.IsProven ? facts.Group.Value : default) switch
        {
            HardshipGroup.RegisteredPoor =>
                examined.And(policy.Get(PlacementParameters.PoorYoungest), Proposition.All(OfAge(facts, policy, policy.Get(PlacementParameters.PoorYoungest)))),
            HardshipGroup.OlderHardship => OfOlder(examined, facts, policy),
            HardshipGroup.ZeroTransferFamily when isRural => examined,

            // 36号 第八条  其他就业困难人员一年内接受…职业技能培训或职业介绍服务三次以上
            HardshipGroup.OtherHardship or HardshipGroup.SevereDisability or HardshipGroup.ZeroTransferFamily =>
                examined.And(policy.Get(PlacementParameters.Services), facts.ServicesLastYear.AtLeast(policy.Get(PlacementParameters.Services))),
            _ => examined,
        };
    }

    // 36号 第八条  “大龄就业困难人员”是指女性四十五周岁以上、男性五十五周岁以上，法定退休年龄以下的失业人员
    private static Examination OfOlder(Examination examined, PlacementFacts facts, PolicyContext policy)
    {
        var age = policy.Get(facts.Sex is { IsProven: true, Value: Sex.Female } ? OlderWoman : OlderMan);
        return examined.And(age, facts.Sex.IsProven ? Proposition.All([facts.Sex.IsEstablished(), .. OfAge(facts, policy, age)]) : facts.Sex.IsEstablished());
    }

    private static Proposition[] OfAge(PlacementFacts facts, PolicyContext policy, Dated<int> youngest) =>
    [
        facts.BirthDate.Map(birth => Age.CompletedYears(birth, policy.AsOf)).AtLeast(youngest),
        facts.RetirementDate.Above(policy.AsOf),
        facts.ReceivesPension.Is(false),
    ];
}
