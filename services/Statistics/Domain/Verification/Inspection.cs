using Wenye.Policy;

namespace Wenye.Statistics.Domain.Verification;

/// <summary>What statistics.inspection looks at (抽查的事实). What is left out is unproven.</summary>
public sealed record InspectionFacts : IFacts
{
    /// <summary>Records that can be drawn (可抽查记录数).</summary>
    public Fact<int> Records { get; init => field = value.Named("records"); } = Fact.Unproven<int>("records");

    /// <summary>How many whoever inspects wants to draw (拟抽查记录数); left out, the share decides.</summary>
    public Fact<int> Size { get; init => field = value.Named("size"); } = Fact.Unproven<int>("size");

    /// <summary>Reads the facts by name (读取).</summary>
    public static InspectionFacts Read(FactSet given) => new() { Records = given.Count("records"), Size = given.Count("size") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Records.Recorded, Size.Recorded];
}

/// <summary>How many records are drawn (抽查数).</summary>
/// <param name="Size">At least 1, at most all.</param>
public sealed record InspectionSize(int Size) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("size", PolicyValue.Of((decimal)Size))];
}

/// <summary>How many records does an inspection draw (抽查)?</summary>
/// <remarks>95号 prints no share: it is the operator's, unless whoever inspects says how many (docs/decisions/0083-verification-and-warning.md).</remarks>
public static class Inspection
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.inspection";

    private static readonly Parameter<bool> Rule = Parameter.Rule("statistics.inspection_rule");
    private static readonly Parameter<Rate> Share = Parameter.Rate("statistics.inspection_share");

    /// <summary>Decides (认定).</summary>
    public static Decision<InspectionSize> Decide(InspectionFacts facts, PolicyContext policy)
    {
        var (rule, share) = (policy.Get(Rule), policy.Get(Share));
        var byShare = !facts.Size.IsProven;

        // 95号 附件五  省级层面负责不定期抽查，重点检查数据异常波动地区
        return Decision.On(Name, facts, policy)
            .When(rule, facts.Records.AtLeast(1))
            .AndIf(!byShare, rule, facts.Size.AtLeast(1))
            .AndIf(byShare, share, share.IsSet ? facts.Records.IsEstablished() : Proposition.Unproven(share.Name, share.Use))
            .Grant(() => new InspectionSize(Math.Min(facts.Records.Value, byShare ? OfShare(facts.Records.Value, share.Value) : facts.Size.Value)));
    }

    // A share of few records is at least one of them.
    private static int OfShare(int records, Rate share) => decimal.ToInt32(decimal.Ceiling(records * share.Value));
}
