using Wenye.Policy;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Domain.RefundHandling;

/// <summary>What stabilization.refund_prepayment looks at (先预拨的事实).</summary>
public sealed record RefundPrepaymentFacts : IFacts
{
    /// <summary>Which refund (返还类别).</summary>
    public Fact<RefundKind> Kind { get; init => field = value.Named("kind"); } = Fact.Unproven<RefundKind>("kind");

    /// <summary>Reads the facts by name (读取).</summary>
    public static RefundPrepaymentFacts Read(FactSet given) => new() { Kind = given.Choice<RefundKind>("kind") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Kind.Recorded];
}

/// <summary>May a refund be paid before the firm commits (先预拨、后承诺、再清算)?</summary>
public static class RefundPrepayment
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "stabilization.refund_prepayment";

    private static readonly Parameter<bool> Allowed = Parameter.Rule("stabilization.refund_prepayment");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(RefundPrepaymentFacts facts, PolicyContext policy) => Decision.On(Name, facts, policy)

        // 26号 四(三)  2020年3月底前，通过…“先预拨、后承诺、再清算”等方式…对符合条件的一般企业稳岗返还资金全部发放到位；
        // 经营困难且恢复有望企业，随时筛选、随时确认、及时发放
        // 10号 (二)  要通过据实拨付或“先预拨、后承诺、再清算”等方式，加速符合条件企业稳岗返还工作
        .When(policy.Get(Allowed), facts.Kind.Is(RefundKind.General))
        .Grant();
}
