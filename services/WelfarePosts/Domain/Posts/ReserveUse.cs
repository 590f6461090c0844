using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Posts;

/// <summary>The special situation that reserved posts are for (特殊形势).</summary>
public enum SpecialSituation
{
    /// <summary>经济危机.</summary>
    EconomicCrisis = 1,

    /// <summary>自然灾害.</summary>
    NaturalDisaster,

    /// <summary>重大疫情.</summary>
    Epidemic,

    /// <summary>Another special situation (等特殊形势).</summary>
    Other,

    /// <summary>None (无).</summary>
    None,
}

/// <summary>What welfare_posts.reserve looks at (储备岗位启用的事实). What is left out is unproven.</summary>
public sealed record ReserveUseFacts : IFacts
{
    /// <summary>特殊形势.</summary>
    public Fact<SpecialSituation> Situation { get; init => field = value.Named("situation"); } = Fact.Unproven<SpecialSituation>("situation");

    /// <summary>People in hardship on a large scale, as the city's office found (出现大规模就业困难人员).</summary>
    public Fact<bool> LargeScale { get; init => field = value.Named("large_scale"); } = Fact.Unproven<bool>("large_scale");

    /// <summary>Reads the facts by name (读取).</summary>
    public static ReserveUseFacts Read(FactSet given) => new()
    {
        Situation = given.Choice<SpecialSituation>("situation"),
        LargeScale = given.Truth("large_scale"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Situation.Recorded, LargeScale.Recorded];
}

/// <summary>May posts held in reserve be filled (储备岗位启用)?</summary>
public static class ReserveUse
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.reserve";

    private static readonly Parameter<bool> Reserve = Parameter.Rule("welfare_posts.post_reserve");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(ReserveUseFacts facts, PolicyContext policy)
    {
        var reserve = policy.Get(Reserve);

        // 36号 第七条  可以归集或储备一批公益性岗位，专项用于安置经济危机、自然灾害、重大疫情等特殊形势下出现的大规模就业困难人员
        return Decision.On(Name, facts, policy)
            .When(reserve, facts.Situation.IsNot(SpecialSituation.None))
            .AndIf(reserve.IsSet, reserve, facts.LargeScale.Is(true))
            .Grant();
    }
}
