using System.Globalization;
using Wenye.ServiceDefaults;
using Compensation = Wenye.Loans.Data.Compensation;

namespace Wenye.Loans.Features.Compensations;

/// <summary>Compensations as callers see them (代偿应答).</summary>
internal static class CompensationAnswers
{
    /// <summary>Without decision and steps (代偿).</summary>
    public static Contract.Compensation ToContract(this Compensation one) => new()
    {
        CompensationId = one.Id.ToString(),
        LoanId = one.LoanId.ToString(),
        FundId = one.FundId.ToString(),
        State = one.State,
        RequestedOn = one.RequestedOn.ToContract(),
        PrincipalFen = one.PrincipalFen,
        InterestFen = one.InterestFen,
        OverdueInterestFen = one.OverdueInterestFen,
        FundShare = one.FundShare?.ToString("0.######", CultureInfo.InvariantCulture) ?? "",
        FundFen = one.FundFen,
        FundPrincipalFen = one.FundPrincipalFen,
        BankFen = one.BankFen,
        SettledOn = one.SettledOn?.ToContract(),
        RecoveredFen = one.RecoveredFen,
        RecoveredByBankFen = one.RecoveredByBankFen,
        WrittenOffFen = one.WrittenOffFen,
        ClaimFen = one.ClaimFen,
    };

    /// <summary>With both (代偿全貌).</summary>
    public static Contract.Compensation WithHistory(this Compensation one, Caller caller)
    {
        var answer = one.ToContract();
        answer.Decision = StoredDecisions.ToContract(one.Decision);
        answer.Steps.Add(one.Steps.OrderBy(step => step.Sequence).Select(step => step.ToContract(step.State.ToString(), caller)));
        return answer;
    }
}
