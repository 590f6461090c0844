using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Terms;

/// <summary>What welfare_posts.conversion looks at (期满转为合同制职工的事实). What is left out is unproven.</summary>
public sealed record ConversionFacts : IFacts
{
    /// <summary>The term of the post is over (补贴期满).</summary>
    public Fact<bool> TermEnded { get; init => field = value.Named("term_ended"); } = Fact.Unproven<bool>("term_ended");

    /// <summary>Became contract staff of the employer (转为用人单位劳动合同制职工).</summary>
    public Fact<bool> LabourContract { get; init => field = value.Named("labour_contract"); } = Fact.Unproven<bool>("labour_contract");

    /// <summary>Reads the facts by name (读取).</summary>
    public static ConversionFacts Read(FactSet given) => new()
    {
        TermEnded = given.Truth("term_ended"),
        LabourContract = given.Truth("labour_contract"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [TermEnded.Recorded, LabourContract.Recorded];
}

/// <summary>May the employer have the insurance subsidy for hiring people in hardship (期满转为职工的社会保险补贴)?</summary>
/// <remarks>How much and how long are the rules of that subsidy, no document of ours.</remarks>
public static class Conversion
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.conversion";

    private static readonly Parameter<bool> AfterTerm = Parameter.Rule("welfare_posts.conversion");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(ConversionFacts facts, PolicyContext policy)
    {
        var rule = policy.Get(AfterTerm);

        // 36号 第十七条  对补贴期满后转为用人单位劳动合同制职工的，可参照招用就业困难人员的有关规定，对用人单位给予社会保险补贴
        return Decision.On(Name, facts, policy)
            .When(rule, facts.TermEnded.Is(true))
            .AndIf(rule.IsSet, rule, facts.LabourContract.Is(true))
            .Grant();
    }
}
