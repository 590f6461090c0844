using Wenye.Policy;

namespace Wenye.Statistics.Domain.Verification;

/// <summary>What statistics.jump looks at (异常波动的事实). What is left out is unproven.</summary>
public sealed record JumpFacts : IFacts
{
    /// <summary>The figure of the period (本期数).</summary>
    public Fact<decimal> Value { get; init => field = value.Named("value"); } = Fact.Unproven<decimal>("value");

    /// <summary>The figure it is compared with, above zero (上期数或上年同期数).</summary>
    public Fact<decimal> Base { get; init => field = value.Named("base"); } = Fact.Unproven<decimal>("base");

    /// <summary>Reads the facts by name (读取).</summary>
    public static JumpFacts Read(FactSet given) => new() { Value = given.Number("value"), Base = given.Number("base") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Value.Recorded, Base.Recorded];
}

/// <summary>How much it changed (波动幅度).</summary>
/// <param name="Change">As a share of the base; below zero when it fell.</param>
public sealed record JumpSize(decimal Change) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("change", PolicyValue.Of(Change))];
}

/// <summary>Does a figure change so much that the reasons are to be looked for (异常波动)? Granted: they are.</summary>
/// <remarks>95号 prints no threshold: it is the operator's (docs/decisions/0083-verification-and-warning.md).</remarks>
public static class Jump
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.jump";

    private static readonly Parameter<Rate> Share = Parameter.Rate("statistics.jump_share");

    /// <summary>Decides (认定).</summary>
    public static Decision<JumpSize> Decide(JumpFacts facts, PolicyContext policy)
    {
        var share = policy.Get(Share);

        // Nothing is a share of nothing.
        var comparable = facts.Base is { IsProven: true, Value: > 0 } ? facts.Base : Fact.Unproven<decimal>(facts.Base.Name);
        var change = facts.Value.IsProven && comparable.IsProven ? (facts.Value.Value - comparable.Value) / comparable.Value : (decimal?)null;

        // 95号 三  对异常波动情形要认真分析原因，及时核查清楚，不得机械汇总和任意报送
        var examined = Decision.On(Name, facts, policy)
            .When(share, !share.IsSet ? Proposition.Unproven(share.Name, share.Use)
                : change is { } known ? Fact.Known(facts.Value.Name, Math.Abs(known)).AtLeast(share.Value.Value)
                : Proposition.All(facts.Value.IsEstablished(), comparable.IsEstablished()));
        return change is { } told ? examined.Answering(new JumpSize(told)) : examined.Grant<JumpSize>(() => throw new InvalidOperationException("Nothing is compared, so nothing jumps."));
    }
}
