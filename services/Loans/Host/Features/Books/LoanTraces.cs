using Wenye.Contracts.Events.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Loan = Wenye.Loans.Data.Loan;
using LoanEntry = Wenye.Loans.Data.LoanEntry;

namespace Wenye.Loans.Features.Books;

/// <summary>What a change of a loan leaves (办理留痕): a step beside it, an event for others.</summary>
internal static class LoanTraces
{
    /// <summary>Keeps who did what to a loan, when and where (登记环节).</summary>
    public static void StepBy(this Loan loan, HandledBy by, string what) =>
        loan.Steps.Add(new LoanBookStep { LoanId = loan.Id, Standing = loan.Standing }.By(loan.Steps.Count + 1, by, what));

    /// <summary>Money was paid out on a loan (放款): keys and figures, nothing of a person.</summary>
    /// <param name="loan">After it.</param>
    /// <param name="entry">The drawdown.</param>
    /// <param name="isFirst">Whether nothing was drawn before it.</param>
    public static LoanDisbursed Disbursed(this Loan loan, LoanEntry entry, bool isFirst) => new()
    {
        LoanId = loan.Id,
        Drawdown = entry.Sequence,
        Division = loan.Division,
        Kind = Term<Contract.BorrowerKind>.Text(loan.Kind),
        AmountFen = entry.PrincipalFen,
        IsFirst = isFirst,
        DisbursedOn = entry.On,
    };

    /// <summary>A drawdown was taken back (放款冲正).</summary>
    /// <param name="loan">After it.</param>
    /// <param name="reversal">The line that takes it back.</param>
    public static LoanDisbursementReversed Reversed(this Loan loan, LoanEntry reversal) => new()
    {
        LoanId = loan.Id,
        Drawdown = loan.Entries.Single(one => one.Reference == reversal.Reverses).Sequence,
        Division = loan.Division,
        Kind = Term<Contract.BorrowerKind>.Text(loan.Kind),
        AmountFen = -reversal.PrincipalFen,
        WasOnly = loan.DrawnFen == 0,
        DisbursedOn = reversal.On,
    };
}
