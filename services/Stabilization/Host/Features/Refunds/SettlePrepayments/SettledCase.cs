using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.RefundHandling;
using RefundCase = Wenye.Stabilization.Data.RefundCase;

namespace Wenye.Stabilization.Features.Refunds.SettlePrepayments;

/// <summary>A prepaid case with what its firm is due after all (清算案件).</summary>
/// <param name="Case">Prepaid, paid and committed.</param>
/// <param name="Firm">Its firm.</param>
/// <param name="Balance">By the later screening; established.</param>
/// <param name="Position">What the firm holds in all.</param>
/// <param name="OwedFen">Asked back of former years and not come back.</param>
internal sealed record SettledCase(RefundCase Case, Data.Firm Firm, RefundBalance Balance, RefundPosition Position, long OwedFen)
{
    /// <summary>Due on top, fen (少补).</summary>
    public long TopUpFen => Balance.Change == RefundChange.Recover ? 0 : Balance.Due.PayableTo(Held).Fen;

    /// <summary>Prepaid too much and not asked back on another case, fen (多退).</summary>
    public long ToRecoverFen => Balance.Change == RefundChange.Recover ? Math.Clamp(-Balance.Difference - Position.OpenFen, 0, Case.AmountFen) : 0;

    private Money Held => Position.Held.Of((Domain.Refunds.RefundKind)Case.Kind);

    /// <summary>Closes the case (清算).</summary>
    public void Close(StoredScreening against)
    {
        Case.State = RefundState.Settled;
        if (ToRecoverFen > 0)
        {
            Case.ToRecoverFen = ToRecoverFen;
            Case.RecoveryScreeningId = against.Id;
            Case.RecoveryGround = RecoveryGround.Of(Balance);
        }
    }

    /// <summary>A case of what is due on top (少补).</summary>
    public RefundCase Further(StoredScreening against)
    {
        var deducted = Balance.Due.DeductedFrom(Held).Fen;
        return new()
        {
            Id = Guid.CreateVersion7(),
            ScreeningId = against.Id,
            FirmId = Case.FirmId,
            Division = Case.Division,
            Kind = Case.Kind,
            Year = Case.Year,
            AmountFen = TopUpFen,
            DeductedFen = deducted,
            SetOffFen = Math.Min(deducted, OwedFen),
            TopUp = true,
            State = RefundState.Payable,
            Commitment = Case.Commitment,
            CommitsIndustryPolicy = Case.CommitsIndustryPolicy,
            SignedBy = Case.SignedBy,
            BankAccount = Case.BankAccount,
            BankName = Case.BankName,
        };
    }
}
