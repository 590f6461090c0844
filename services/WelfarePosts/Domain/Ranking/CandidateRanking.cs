using Wenye.Policy;
using Wenye.WelfarePosts.Domain.People;
using Wenye.WelfarePosts.Domain.Posts;

namespace Wenye.WelfarePosts.Domain.Ranking;

/// <summary>Who comes first for posts (安置对象排序)?</summary>
/// <remarks>Pure. The groups are what Registration has recognised. Readings: docs/decisions/0070-welfare-posts.md.</remarks>
public static class CandidateRanking
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.ranking";

    /// <summary>第十条.</summary>
    internal static readonly Parameter<bool> Order = Parameter.Rule("welfare_posts.ranking_order");

    /// <summary>第二十三条.</summary>
    internal static readonly Parameter<bool> RuralOrder = Parameter.Rule("welfare_posts.ranking_rural");

    /// <summary>Decides (认定).</summary>
    public static Decision<RankingResult> Decide(RankingFacts facts, PolicyContext policy)
    {
        var post = facts.Post.IsProven ? facts.Post.Value : PostKind.Urban;
        var (order, rural) = (policy.Get(Order), policy.Get(RuralOrder));
        var (services, youngest) = (policy.Get(PlacementParameters.Services), policy.Get(PlacementParameters.PoorYoungest));
        var sifted = services.IsSet && youngest.IsSet && facts.Candidates is { } all ? Sift(all, services, youngest, policy.AsOf) : null;
        var known = Known(facts, sifted);

        // 36号 第八条  其他就业困难人员一年内接受…服务三次以上，仍未能实现就业的，可以纳入公益性岗位安置对象范围
        return Decision.On(Name, facts, policy)
            .When(services, known)
            .Using(youngest)

            // 36号 第十条  同一群体人员的安置顺序，依序按照家庭、年龄、登记失业时间三项因素确定
            .And(order, known)

            // 36号 第二十三条  同一群体人员的安置顺序，参照本细则第十条规定执行
            .AndIf(post == PostKind.Rural, rural, known)
            .Answering(order.IsSet && sifted is { Asked.Count: 0 }
                ? new RankingResult(RankedList.Of(sifted.Eligible, post), sifted.LeftOut, [])
                : new RankingResult(null, sifted?.LeftOut ?? [], sifted?.Asked ?? []));
    }

    /// <summary>The clause by which a factor puts one before another (排序依据); not set where no document has an order.</summary>
    /// <param name="by">The factor.</param>
    /// <param name="post">For rural posts 第二十三条 orders the groups, and the factors within one by 第十条.</param>
    /// <param name="policy">Place and day of the ranking.</param>
    public static Clause? ClauseOf(RankFactor by, PostKind post, PolicyContext policy)
    {
        var (order, rural) = (policy.Get(Order), policy.Get(RuralOrder));
        var governing = by == RankFactor.Group && post == PostKind.Rural && rural.IsSet ? rural : order;
        return governing.IsSet ? governing.Clause : null;
    }

    private static Proposition Known(RankingFacts facts, Sifted? sifted)
    {
        if (facts.Candidates is null)
        {
            return Proposition.Unproven(RankingFacts.CandidatesName);
        }

        var given = Fact.Known(RankingFacts.CandidatesName, facts.Candidates.Count).IsEstablished();
        var asked = sifted?.Asked.SelectMany(one => one.Facts).Distinct(StringComparer.Ordinal).Select(name => Proposition.Unproven(name)) ?? [];
        return Proposition.All([given, .. asked]);
    }

    private static Sifted Sift(IReadOnlyList<Candidate> candidates, Dated<int> services, Dated<int> youngest, DateOnly day)
    {
        var sifted = new Sifted([], [], []);
        foreach (var one in candidates)
        {
            var clause = LeftOutBy(one, services, youngest, day);
            var asked = clause is null ? Asked(one) : [];
            if (clause is not null)
            {
                sifted.LeftOut.Add(new(one.Id, clause));
            }
            else if (asked.Count > 0)
            {
                sifted.Asked.Add(new(one.Id, asked));
            }
            else
            {
                sifted.Eligible.Add(one);
            }
        }

        return sifted;
    }

    // Whoever is certainly not to be placed, whatever else is unknown.
    private static Clause? LeftOutBy(Candidate one, Dated<int> services, Dated<int> youngest, DateOnly day) => one switch
    {
        // 36号 第十条  在符合用人单位公益性岗位用工条件的前提下
        { MeetsRequirements: false } => Requirements,
        { ServicesLastYear: { } had } when NeedsServices(one.Group) && had < services.Value => services.Clause,

        // 36号 第八条  “建档立卡适龄贫困劳动力”是指16周岁（含）以上
        { Group: HardshipGroup.RegisteredPoor, BirthDate: { } birth } when Age.CompletedYears(birth, day) < youngest.Value => youngest.Clause,
        _ => null,
    };

    private static readonly Clause Requirements = new("鲁人社字〔2020〕36号", "第十条");

    private static List<string> Asked(Candidate one)
    {
        var asked = new List<string>();
        AddIf(one.Group is null, "group");
        AddIf(NeedsServices(one.Group) && one.ServicesLastYear is null, "services_last_year");
        AddIf(one.InZeroEmploymentFamily is null, "in_zero_employment_family");
        AddIf(one.BirthDate is null, "birth_date");
        AddIf(one.RegisteredOn is null, "registered_on");
        return asked;

        void AddIf(bool missing, string name)
        {
            if (missing)
            {
                asked.Add(name);
            }
        }
    }

    private static bool NeedsServices(HardshipGroup? group) => group is HardshipGroup.OtherHardship or HardshipGroup.SevereDisability;

    private sealed record Sifted(List<Candidate> Eligible, List<LeftOutCandidate> LeftOut, List<AskedCandidate> Asked);
}
