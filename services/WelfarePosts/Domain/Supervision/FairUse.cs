using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Supervision;

/// <summary>What welfare_posts.fair_use looks at (岗位管理规范的事实). What is left out is unproven.</summary>
public sealed record FairUseFacts : IFacts
{
    /// <summary>Relatives of those who decide were preferred, as an inspection found (优亲厚友).</summary>
    public Fact<bool> FavoursRelatives { get; init => field = value.Named("favours_relatives"); } = Fact.Unproven<bool>("favours_relatives");

    /// <summary>Posts go round among people (轮流坐庄).</summary>
    public Fact<bool> RotatesPosts { get; init => field = value.Named("rotates_posts"); } = Fact.Unproven<bool>("rotates_posts");

    /// <summary>Money is handed out for no work (资金补贴一发了之、变相发钱).</summary>
    public Fact<bool> PaysWithoutDuties { get; init => field = value.Named("pays_without_duties"); } = Fact.Unproven<bool>("pays_without_duties");

    /// <summary>Reads the facts by name (读取).</summary>
    public static FairUseFacts Read(FactSet given) => new()
    {
        FavoursRelatives = given.Truth("favours_relatives"),
        RotatesPosts = given.Truth("rotates_posts"),
        PaysWithoutDuties = given.Truth("pays_without_duties"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [FavoursRelatives.Recorded, RotatesPosts.Recorded, PaysWithoutDuties.Recorded];
}

/// <summary>Are posts used as they should be (岗位规范化管理)? Each is found by an inspection; signals prove nothing.</summary>
public static class FairUse
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.fair_use";

    private static readonly Parameter<bool> Fair = Parameter.Rule("welfare_posts.fair_use");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(FairUseFacts facts, PolicyContext policy)
    {
        var rule = policy.Get(Fair);

        // 38号 八  及时纠正查处安置不符合条件人员、优亲厚友、轮流坐庄、资金补贴一发了之、变相发钱等违法违规行为
        return Decision.On(Name, facts, policy)
            .When(rule, facts.FavoursRelatives.Is(false))
            .AndIf(rule.IsSet, rule, facts.RotatesPosts.Is(false))
            .AndIf(rule.IsSet, rule, facts.PaysWithoutDuties.Is(false))
            .Grant();
    }
}
