using Wenye.Policy;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Screenings;

/// <summary>A stored result decided again from its own facts (重放).</summary>
/// <param name="Facts">As stored.</param>
/// <param name="Decision">Under the parameters of now, for the region and day of then.</param>
/// <param name="IsSame">Whether everything stored of the decision came out again, byte for byte.</param>
internal sealed record Redecision(RefundFacts Facts, Decision<RefundGrant> Decision, bool IsSame)
{
    /// <exception cref="InvalidDataException">The stored facts cannot be read.</exception>
    public static Redecision Of(StoredScreening screening, StoredScreeningResult stored, ParameterSet parameters)
    {
        var facts = RefundFactBytes.Read(stored.Facts);
        var decision = Refund.Decide(facts, parameters.At(Division.Parse(stored.Division), screening.AsOf));
        return new(facts, decision, IsOf(stored, decision));
    }

    // The columns are made of the same decision: tampering with one of them shows as well.
    private static bool IsOf(StoredScreeningResult stored, Decision<RefundGrant> decision) =>
        stored.Trace.AsSpan().SequenceEqual(CompactDecision.Of(decision))
        && stored.Outcome == ScreeningOutcome.NumberOf(decision.Outcome)
        && stored.AmountFen == (decision.Result?.Amount.Fen ?? 0)
        && (stored.RefusedBy ?? []).SequenceEqual(decision.RefusedBy.Select(clause => clause.Citation))
        && (stored.Missing ?? []).SequenceEqual(decision.Missing);
}
