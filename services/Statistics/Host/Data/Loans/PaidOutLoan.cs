using Wenye.Contracts.Events.Loans.V1;

namespace Wenye.Statistics.Data;

/// <summary>One drawdown of a start-up guaranteed loan (创业担保贷款放款).</summary>
public sealed class PaidOutLoan
{
    /// <summary>As in <see cref="LoanDisbursed.LoanId"/>.</summary>
    public required Guid LoanId { get; init; }

    /// <summary>As in <see cref="LoanDisbursed.Drawdown"/>; with the loan counted once whatever arrives.</summary>
    public required int Drawdown { get; init; }

    /// <summary>As in <see cref="LoanDisbursed.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>Calendar month of the disbursement, YYYY-MM (放款月份).</summary>
    public required string Month { get; init; }

    /// <summary>As in <see cref="LoanDisbursed.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>As in <see cref="LoanDisbursed.AmountFen"/>.</summary>
    public required long AmountFen { get; init; }

    /// <summary>As in <see cref="LoanDisbursed.IsFirst"/>.</summary>
    public required bool IsFirst { get; init; }
}

/// <summary>One drawdown that was taken back (放款冲正).</summary>
public sealed class ReversedDisbursement
{
    /// <summary>As in <see cref="LoanDisbursementReversed.LoanId"/>.</summary>
    public required Guid LoanId { get; init; }

    /// <summary>As in <see cref="LoanDisbursementReversed.Drawdown"/>; with the loan counted once whatever arrives.</summary>
    public required int Drawdown { get; init; }

    /// <summary>As in <see cref="LoanDisbursementReversed.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>Calendar month in which it was counted, YYYY-MM (放款月份).</summary>
    public required string Month { get; init; }

    /// <summary>As in <see cref="LoanDisbursementReversed.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>As in <see cref="LoanDisbursementReversed.AmountFen"/>.</summary>
    public required long AmountFen { get; init; }

    /// <summary>As in <see cref="LoanDisbursementReversed.WasOnly"/>.</summary>
    public required bool WasOnly { get; init; }
}
