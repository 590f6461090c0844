using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.RefundHandling;
using Wenye.Stabilization.Screenings;
using RefundKind = Wenye.Stabilization.Domain.Refunds.RefundKind;

namespace Wenye.Stabilization.Features.Screenings.CompareScreenings;

/// <summary>Says where a firm is decided otherwise (差异说明).</summary>
internal static class DifferenceAnswers
{
    // What was drawn is left out of both decisions, and so are these.
    private static readonly string[] OfDrawn = ["refund_already_this_year", "already_paid"];

    /// <summary>The firm's difference, its name left out; null when there is none.</summary>
    public static ScreeningDifference? Of(ScreenedPair pair, RefundPosition position, Reassessment reassessment, short kind)
    {
        var earlier = reassessment.Earlier(pair.Earlier);
        var balance = pair.Later is { } now ? reassessment.Balance(now, earlier, position) : null;
        if (balance is { Change: RefundChange.Unchanged or RefundChange.Unestablished } && earlier is not null && IsSame(earlier, balance))
        {
            return null;
        }

        var difference = new ScreeningDifference
        {
            CreditCode = pair.CreditCode,
            Earlier = pair.Earlier?.Answer(name: ""),
            Later = pair.Later?.Answer(name: ""),
            Kind = (DifferenceKind)(balance?.Change ?? RefundChange.Unestablished),
            DifferenceFen = balance?.Difference ?? 0,
            DrawnFen = position.Held.Of((RefundKind)kind).Fen,
            RecoveryOpenFen = position.OpenFen,
        };
        if (earlier is { Due.Outcome: not Outcome.Incomplete })
        {
            difference.EarlierDueFen = earlier.Due.Entitlement.Fen;
        }

        if (balance is { Due.Outcome: not Outcome.Incomplete })
        {
            difference.LaterDueFen = balance.Due.Entitlement.Fen;
        }

        Explain(difference, earlier, balance, pair);
        return difference;
    }

    // The same answer by the same clauses, whatever it is worth: that was compared before.
    private static bool IsSame(EarlierDue earlier, RefundBalance balance) => earlier.Due.Outcome == balance.Due.Outcome
        && (balance.Due.Outcome == Outcome.Granted
            || earlier.Decision is null
            || (earlier.Decision.RefusedBy.SequenceEqual(balance.Now.RefusedBy) && earlier.Decision.Missing.SequenceEqual(balance.Now.Missing)));

    private static void Explain(ScreeningDifference difference, EarlierDue? earlier, RefundBalance? balance, ScreenedPair pair)
    {
        if (balance is null)
        {
            return;
        }

        difference.RefusedBy.Add(balance.Decision.RefusedBy.Select(clause => clause.Citation));
        difference.MissingFacts.Add(balance.Decision.Missing);
        if (earlier is null)
        {
            return;
        }

        var facts = DecisionDifference.ChangedFacts(earlier.Facts, RefundFactBytes.Read(pair.Later!.Facts)).Select(fact => fact.Name).Except(OfDrawn);
        difference.ChangedFacts.Add(balance.Change == RefundChange.Recover ? facts.Except(["fund_months"]) : facts);
        if (earlier.Decision is { } then)
        {
            difference.CausedBy.Add(DecisionDifference.ChangedParameters(then.Parameters, balance.Decision.Parameters)
                .Select(change => change.Later is { IsSet: true } ? change.Later : change.Earlier is { IsSet: true } ? change.Earlier : null)
                .OfType<ParameterUse>().Select(use => use.Clause.Citation).Distinct());
        }
    }
}
