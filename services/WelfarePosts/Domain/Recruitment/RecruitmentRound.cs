using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Recruitment;

/// <summary>What welfare_posts.recruitment looks at (聘用组织时间的事实). What is left out is unproven.</summary>
public sealed record RecruitmentRoundFacts : IFacts
{
    /// <summary>The day on which it opens (启动日).</summary>
    public Fact<DateOnly> OpensOn { get; init => field = value.Named("opens_on"); } = Fact.Unproven<DateOnly>("opens_on");

    /// <summary>Fills new or vacant posts between rounds (补充开发岗位或缺岗补员).</summary>
    public Fact<bool> Supplementary { get; init => field = value.Named("supplementary"); } = Fact.Unproven<bool>("supplementary");

    /// <summary>Reads the facts by name (读取).</summary>
    public static RecruitmentRoundFacts Read(FactSet given) => new()
    {
        OpensOn = given.Day("opens_on"),
        Supplementary = given.Truth("supplementary"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [OpensOn.Recorded, Supplementary.Recorded];
}

/// <summary>Is a round of recruitment held when it should be (聘用组织时间)? Refused asks for a reason: the rule holds in principle only.</summary>
public static class RecruitmentRound
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.recruitment";

    private static readonly Parameter<int> LastMonth = Parameter.Count("welfare_posts.recruitment_last_month", Unit.Months);
    private static readonly Parameter<bool> Supplement = Parameter.Rule("welfare_posts.recruitment_supplement");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(RecruitmentRoundFacts facts, PolicyContext policy)
    {
        var (lastMonth, supplement) = (policy.Get(LastMonth), policy.Get(Supplement));
        var isSupplement = facts.Supplementary is { IsProven: true, Value: true };
        return Decision.On(Name, facts, policy)

            // 36号 第十二条  如需补充开发岗位或缺岗人员的，由各地按本细则相关规定自行补岗补员
            .When(supplement, facts.Supplementary.IsEstablished())

            // 36号 第十一条  原则上于每年第一季度集中组织一次
            .AndIf(!isSupplement && lastMonth.IsSet, lastMonth, facts.OpensOn.Map(day => day.Month).AtMost(lastMonth))
            .Grant();
    }
}
