using Wenye.Policy;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Domain.RefundHandling;

/// <summary>What follows when a refund is decided again (差额处理); the numbers are the contract's.</summary>
public enum RefundChange
{
    /// <summary>What the firm holds or was due stands (不变).</summary>
    Unchanged = 1,

    /// <summary>More is payable (补差).</summary>
    TopUp,

    /// <summary>The firm holds more than it was ever due (追回).</summary>
    Recover,

    /// <summary>Less is payable, and nothing that the firm holds is too much (调减).</summary>
    Reduced,

    /// <summary>A fact is missing: nothing is paid on it and nothing taken back (未查明).</summary>
    Unestablished,
}

/// <summary>A firm's refund decided again, against what it holds (重新认定): 26号 四(三) 多退少补.</summary>
/// <param name="Change">What follows.</param>
/// <param name="Difference">Fen: above zero is paid on top, below zero is taken back or was only due less; zero when not established.</param>
/// <param name="Due">By the later facts on the later day.</param>
/// <param name="Now">The decision of the later day.</param>
/// <param name="Decision">The decision that settles it: the same, or where the firm holds too much that of the day on which it was best off.</param>
/// <remarks>Readings: docs/decisions/0045-refund-cases.md.</remarks>
public sealed record RefundBalance(RefundChange Change, long Difference, RefundDue Due, Decision<RefundGrant> Now, Decision<RefundGrant> Decision)
{
    // Whether the pool could pay was looked at when it paid: 63号 二(一)4 stops what comes after, not what was paid.
    private static readonly Fact<decimal> Paid = decimal.MaxValue;

    /// <summary>Sets the later facts against what the firm holds (核算差额).</summary>
    /// <param name="facts">Of the later run.</param>
    /// <param name="later">The rules of its day.</param>
    /// <param name="earlier">What the earlier run made due; null when it did not hold the firm.</param>
    /// <param name="held">Now.</param>
    /// <param name="granted">The rules of the days on which refunds were granted to it: a later rule takes nothing back that was rightly paid, unless it is dated back.</param>
    public static RefundBalance Of(RefundFacts facts, PolicyContext later, RefundDue? earlier, HeldRefunds held, IEnumerable<PolicyContext> granted)
    {
        var undrawn = RefundDue.Undrawn(facts, held.Drawn(facts.Drawn));
        var now = Refund.Decide(undrawn, later);
        var due = RefundDue.Of(now);
        var its = held.Of(facts.Kind.Value);
        if (its > due.Entitlement && Excess(undrawn, its, now, granted) is { } excess)
        {
            return excess;
        }

        if (now.Outcome == Outcome.Incomplete)
        {
            return new(RefundChange.Unestablished, 0, due, now, now);
        }

        var difference = due.PayableTo(its).Fen - (earlier?.PayableTo(its).Fen ?? 0);
        return new(difference > 0 ? RefundChange.TopUp : difference < 0 ? RefundChange.Reduced : RefundChange.Unchanged, difference, due, now, now);
    }

    // Null when the firm was due all it holds on one of the days.
    private static RefundBalance? Excess(RefundFacts undrawn, Money held, Decision<RefundGrant> now, IEnumerable<PolicyContext> granted)
    {
        var (best, open) = (now, now.Outcome == Outcome.Incomplete ? now : null);
        foreach (var day in granted)
        {
            var then = Refund.Decide(undrawn with { FundMonths = Paid }, day);
            open = then.Outcome == Outcome.Incomplete ? then : open;
            best = then.Outcome != Outcome.Incomplete && (best.Outcome == Outcome.Incomplete || Entitled(then) >= Entitled(best)) ? then : best;
        }

        return Entitled(best) >= held ? null
            : open is not null ? new(RefundChange.Unestablished, 0, RefundDue.Of(now), now, open)
            : new(RefundChange.Recover, Entitled(best).Fen - held.Fen, RefundDue.Of(now), now, best);
    }

    private static Money Entitled(Decision<RefundGrant> decision) => decision.Result?.Entitlement ?? Money.Zero;
}
