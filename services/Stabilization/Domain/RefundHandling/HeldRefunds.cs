using Wenye.Policy;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Domain.RefundHandling;

/// <summary>What a firm holds of a year's refunds (本年度已享受), yuan: paid or payable, and not given back.</summary>
/// <param name="General">Under the general kind (一般企业).</param>
/// <param name="Difficult">Under the difficult kind (困难企业).</param>
public readonly record struct HeldRefunds(Money General, Money Difficult)
{
    /// <summary>Of one kind (按类别).</summary>
    public Money Of(RefundKind kind) => kind == RefundKind.Difficult ? Difficult : General;

    /// <summary>Which kind stands (已享受的类别): of two in one year the difficult one, which asks for more and gives more.</summary>
    /// <param name="known">What the facts say of it: without any refund on file, none is known only if they do.</param>
    public Fact<RefundDrawn> Drawn(Fact<RefundDrawn> known) =>
        Difficult > Money.Zero ? RefundDrawn.Difficult
        : General > Money.Zero ? RefundDrawn.General
        : known.IsProven ? RefundDrawn.None
        : known;
}
