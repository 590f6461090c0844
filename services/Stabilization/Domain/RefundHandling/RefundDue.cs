using Wenye.Policy;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Domain.RefundHandling;

/// <summary>What a firm is due of a year's refund as if it had drawn nothing of that kind (应返还额).</summary>
/// <param name="Outcome">Incomplete: not established, and so neither paid nor taken back.</param>
/// <param name="Entitlement">Before deductions (应返还总额), yuan; zero unless granted.</param>
/// <param name="ToRecover">Of former years, to be deducted from what is payable (以往年度应退回), yuan; zero unless granted.</param>
public readonly record struct RefundDue(Outcome Outcome, Money Entitlement, Money ToRecover)
{
    /// <summary>Of a decision on <see cref="Undrawn"/> facts.</summary>
    public static RefundDue Of(Decision<RefundGrant> decision) => decision.Result is { } grant
        ? new(decision.Outcome, grant.Entitlement, grant.Recovered + grant.StillToRecover)
        : new(decision.Outcome, Money.Zero, Money.Zero);

    /// <summary>The facts as if nothing had been drawn of their kind (未享受时的事实).</summary>
    /// <param name="facts">Of the firm.</param>
    /// <param name="held">What it drew: the other kind stays drawn, for 26号 三(三) allows one a year; what is unproven stays unproven.</param>
    public static RefundFacts Undrawn(RefundFacts facts, Fact<RefundDrawn> held)
    {
        var own = facts.Kind.Value == RefundKind.Difficult ? RefundDrawn.Difficult : RefundDrawn.General;
        return !held.IsProven ? facts with { Drawn = held }
            : facts with { Drawn = held.Value == own ? RefundDrawn.None : held.Value, AlreadyPaid = Money.Zero };
    }

    /// <summary>What is payable of it to a firm that holds so much (尚可拨付), yuan; never below zero.</summary>
    public Money PayableTo(Money held)
    {
        var open = Entitlement > held ? Entitlement - held : Money.Zero;
        return ToRecover < open ? open - ToRecover : Money.Zero;
    }

    /// <summary>What is deducted from it then (扣减), yuan.</summary>
    public Money DeductedFrom(Money held) => Entitlement > held ? Entitlement - held - PayableTo(held) : Money.Zero;
}
