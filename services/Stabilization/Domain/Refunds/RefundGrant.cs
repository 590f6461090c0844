using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Refunds;

/// <summary>What a firm is refunded (返还金额).</summary>
/// <param name="Amount">Payable now (本次应付), yuan: what is due, less what was paid this year, less what is recovered; never below zero.</param>
/// <param name="Entitlement">What the firm is entitled to this year before deductions (应返还总额), yuan.</param>
/// <param name="AlreadyPaid">Of it paid before (本年度已付), yuan.</param>
/// <param name="Recovered">Of it kept back for what was wrongly drawn (本次扣减), yuan.</param>
/// <param name="StillToRecover">What remains to be recovered after that (仍应退回), yuan.</param>
/// <param name="Rate">Share of the contributions (返还比例); null for the difficult kind.</param>
/// <param name="BenefitMonths">Months of benefit (失业保险金月数); null for the general kind.</param>
/// <param name="LayoffCeiling">The highest layoff rate that applied (裁员率上限); null where none is set and nobody was laid off.</param>
/// <param name="Path">What the firm has to do (办理方式).</param>
public sealed record RefundGrant(
    Money Amount,
    Money Entitlement,
    Money AlreadyPaid,
    Money Recovered,
    Money StillToRecover,
    decimal? Rate,
    int? BenefitMonths,
    decimal? LayoffCeiling,
    RefundPath Path) : IOutputs
{
    /// <summary>Takes the deductions off an entitlement (扣减).</summary>
    internal static RefundGrant Of(
        Money entitlement, Money alreadyPaid, Money toRecover, RefundPath path, decimal? layoffCeiling, decimal? rate = null, int? benefitMonths = null)
    {
        var due = entitlement > alreadyPaid ? entitlement - alreadyPaid : Money.Zero;
        var recovered = toRecover < due ? toRecover : due;
        return new(due - recovered, entitlement, alreadyPaid, recovered, toRecover - recovered, rate, benefitMonths, layoffCeiling, path);
    }

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        yield return new("amount", PolicyValue.Of(Amount));
        yield return new("entitlement", PolicyValue.Of(Entitlement));
        yield return new("already_paid", PolicyValue.Of(AlreadyPaid));
        yield return new("recovered", PolicyValue.Of(Recovered));
        yield return new("still_to_recover", PolicyValue.Of(StillToRecover));
        if (Rate is { } rate)
        {
            yield return new("rate", PolicyValue.Of(rate));
        }

        if (BenefitMonths is { } months)
        {
            yield return new("benefit_months", PolicyValue.Of((decimal)months));
        }

        if (LayoffCeiling is { } ceiling)
        {
            yield return new("layoff_ceiling", PolicyValue.Of(ceiling));
        }

        yield return new("path", PolicyValue.From(Path));
    }
}
