using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Posts;

namespace Wenye.WelfarePosts.Domain.Subsidies;

/// <summary>What welfare_posts.accident_insurance looks at (意外伤害商业保险的事实). What is left out is unproven.</summary>
public sealed record AccidentInsuranceFacts : IFacts
{
    /// <summary>岗位类别.</summary>
    public Fact<PostKind> Post { get; init => field = value.Named("post"); } = Fact.Unproven<PostKind>("post");

    /// <summary>Yuan a year of the policy bought (年保费).</summary>
    public Fact<Money> Premium { get; init => field = value.Named("premium"); } = Fact.Unproven<Money>("premium");

    /// <summary>Reads the facts by name (读取).</summary>
    public static AccidentInsuranceFacts Read(FactSet given) => new()
    {
        Post = given.Choice<PostKind>("post"),
        Premium = given.Money("premium"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Post.Recorded, Premium.Recorded];
}

/// <summary>What the fund pays of an accident policy (意外伤害商业保险列支).</summary>
/// <param name="Payable">Yuan a year (列支金额).</param>
public sealed record AccidentInsuranceResult(Money Payable) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("payable", PolicyValue.Of(Payable))];
}

/// <summary>How much of an accident policy does the fund pay (意外伤害商业保险)?</summary>
/// <remarks>What a policy costs beyond the limit is not the fund's.</remarks>
public static class AccidentInsurance
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.accident_insurance";

    private static readonly Parameter<Money> Most = Parameter.Money("welfare_posts.accident_premium");

    /// <summary>Decides (认定).</summary>
    public static Decision<AccidentInsuranceResult> Decide(AccidentInsuranceFacts facts, PolicyContext policy)
    {
        var most = policy.Get(Most);

        // 36号 第二十四条  为安置人员在岗期间购买每年不超过60元的意外伤害商业保险
        return Decision.On(Name, facts, policy)
            .When(most, facts.Post.Is(PostKind.Rural))
            .AndIf(most.IsSet, most, facts.Premium.IsEstablished())
            .Using(most)
            .Grant(() => new AccidentInsuranceResult(facts.Premium.Value < most.Value ? facts.Premium.Value : most.Value));
    }
}
