using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.Refunds;
using Wenye.Stabilization.Screenings;
using RefundCase = Wenye.Stabilization.Data.RefundCase;

namespace Wenye.Stabilization.Features.Refunds.SettlePrepayments;

/// <summary>What a prepaid firm is due after all (清算).</summary>
internal static class PrepaymentSettlement
{
    /// <summary>What the firm is due by the later screening's facts, as if nothing had been prepaid (应返还额).</summary>
    /// <returns>Zero when it is not due any; null while a fact is missing: nothing is taken back on what is not established.</returns>
    public static Money? Due(StoredScreening against, StoredScreeningResult result, ParameterSet parameters)
    {
        var facts = RefundFactBytes.Read(result.Facts) with { Drawn = RefundDrawn.None, AlreadyPaid = Money.Zero };
        var decision = Refund.Decide(facts, parameters.At(Division.Parse(result.Division), against.AsOf));
        return decision.Outcome == Outcome.Incomplete ? null : decision.Result?.Amount ?? Money.Zero;
    }

    /// <summary>Refuses a screening that cannot settle the other.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, field against_screening_id.</exception>
    public static void DemandComparable(StoredScreening prepaid, StoredScreening against)
    {
        if (against.Id == prepaid.Id || against.Kind != prepaid.Kind || against.AsOf.Year != prepaid.AsOf.Year || against.StartedAt < prepaid.StartedAt)
        {
            throw RpcErrors.InvalidArgument("against_screening_id", "清算应使用预拨之后、同一年度、同一返还类别的筛查批次，请重新筛查后办理");
        }
    }
}

/// <summary>A prepaid case with what it is due after all (清算案件).</summary>
internal sealed record SettledCase(RefundCase Case, Data.Firm Firm, Money Due)
{
    /// <summary>Due less prepaid, fen (多退少补).</summary>
    public long Difference => Due.Fen - Case.AmountFen;

    /// <summary>A case of what is due on top (少补).</summary>
    public RefundCase Further(StoredScreening against) => new()
    {
        Id = Guid.CreateVersion7(),
        ScreeningId = against.Id,
        FirmId = Case.FirmId,
        Division = Case.Division,
        Kind = Case.Kind,
        Year = Case.Year,
        AmountFen = Difference,
        TopUp = true,
        State = RefundState.Payable,
        Commitment = Case.Commitment,
        CommitsIndustryPolicy = Case.CommitsIndustryPolicy,
        SignedBy = Case.SignedBy,
        BankAccount = Case.BankAccount,
        BankName = Case.BankName,
    };
}
