using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.RefundHandling;
using RefundCase = Wenye.Stabilization.Data.RefundCase;

namespace Wenye.Stabilization.Features.Refunds.OpenRecoveries;

/// <summary>Spreads what a firm holds too much over the cases it was paid on (追回分摊), the newest first.</summary>
internal static class RecoveryDemand
{
    /// <summary>What changes on the firm's cases; none when it was asked for exactly that before.</summary>
    /// <param name="firm">With its cases.</param>
    /// <param name="balance">Established.</param>
    /// <param name="answer">Counts the firm.</param>
    public static IReadOnlyList<RecoveryChange> Of(FirmHolding firm, RefundBalance balance, OpenRecoveriesResponse answer)
    {
        var excess = balance.Change == RefundChange.Recover ? -balance.Difference : 0;
        var open = firm.Cases.Sum(one => one.OpenFen);
        excess -= Elsewhere(firm, excess, answer);
        if (excess < open)
        {
            return Lower(firm, open - excess, balance, answer);
        }

        var changes = Raise(firm, excess - open, balance, answer);
        if (changes.Count > 0)
        {
            answer.Opened++;
            answer.ToRecoverFen += changes.Sum(change => change.ToRecoverFen);
        }
        else if (open > 0)
        {
            answer.AlreadyOpen++;
        }

        return changes;
    }

    // What is not paid is stopped, and what is prepaid is settled, before anything is asked back.
    private static long Elsewhere(FirmHolding firm, long excess, OpenRecoveriesResponse answer)
    {
        var unpaid = firm.Cases.Where(one => one.PaidFen == 0).Sum(one => one.Case.AmountFen + one.Case.DeductedFen);
        var prepaid = firm.Cases.Where(one => one.PaidFen > 0 && one.Case.State == RefundState.Prepaid).Sum(one => one.PaidFen - one.RecoveredFen + one.Case.DeductedFen);
        answer.NotPaid += excess > 0 && unpaid > 0 ? 1 : 0;
        answer.ToSettle += excess > unpaid && prepaid > 0 ? 1 : 0;
        return Math.Min(excess, unpaid + prepaid);
    }

    private static List<RecoveryChange> Raise(FirmHolding firm, long excess, RefundBalance balance, OpenRecoveriesResponse answer)
    {
        var changes = new List<RecoveryChange>();
        var paid = firm.Cases.Where(one => one.PaidFen > 0 && one.Case.State != RefundState.Prepaid).ToList();
        foreach (var one in paid)
        {
            var share = Math.Min(excess, Math.Max(0, one.AskableFen));
            excess -= share;
            if (share > 0)
            {
                changes.Add(new(one, share, LapsedFen: 0, balance));
            }
        }

        // What was kept back from a refund that was not due paid no debt: the debt stands again.
        foreach (var one in paid.Where(one => one.Case.DeductedFen > 0))
        {
            var lapsed = Math.Min(excess, one.Case.DeductedFen);
            excess -= lapsed;
            if (lapsed > 0)
            {
                changes = [.. changes.Where(change => change.Held != one), new(one, changes.Find(change => change.Held == one)?.ToRecoverFen ?? 0, lapsed, balance)];
            }
        }

        answer.PaidElsewhere += excess > 0 ? 1 : 0;
        return changes;
    }

    private static List<RecoveryChange> Lower(FirmHolding firm, long by, RefundBalance balance, OpenRecoveriesResponse answer)
    {
        answer.Lowered++;
        answer.LoweredFen += by;
        var changes = new List<RecoveryChange>();
        foreach (var one in firm.Cases.Where(one => one.OpenFen > 0))
        {
            var share = Math.Min(by, one.OpenFen);
            by -= share;
            if (share > 0)
            {
                changes.Add(new(one, -share, LapsedFen: 0, balance));
            }
        }

        return changes;
    }
}

/// <summary>What changes on a case (追回变动).</summary>
/// <param name="Held">The case.</param>
/// <param name="ToRecoverFen">Asked back anew; below zero: asked for less.</param>
/// <param name="LapsedFen">No longer kept back.</param>
/// <param name="Balance">Why.</param>
internal sealed record RecoveryChange(HeldCase Held, long ToRecoverFen, long LapsedFen, RefundBalance Balance)
{
    public RefundCase Case => Held.Case;

    private string Ground => RecoveryGround.Of(Balance);

    /// <summary>Books it on the case; what the payee gave back unasked counts as asked.</summary>
    public void Apply(StoredScreening later)
    {
        Case.ToRecoverFen = (ToRecoverFen > 0 ? Math.Max(Case.ToRecoverFen, Held.RecoveredFen) : Case.ToRecoverFen) + ToRecoverFen;
        Case.DeductedFen -= LapsedFen;
        Case.SetOffFen = Math.Min(Case.SetOffFen, Case.DeductedFen);
        Case.RecoveryScreeningId = later.Id;
        Case.RecoveryGround = Ground;
    }

    /// <summary>For the case's history (环节说明).</summary>
    public string Note(StoredScreening later)
    {
        var what = ToRecoverFen >= 0 ? $"追回{Money.FromFen(ToRecoverFen)}元" : $"追回金额调减{Money.FromFen(-ToRecoverFen)}元";
        var lapsed = LapsedFen > 0 ? $"，原扣减的{Money.FromFen(LapsedFen)}元恢复为应退回" : "";
        return $"{what}{lapsed}；依据：{Ground}；筛查批次 {later.Id}";
    }
}
