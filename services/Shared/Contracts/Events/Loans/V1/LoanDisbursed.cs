namespace Wenye.Contracts.Events.Loans.V1;

/// <summary>Money of a start-up guaranteed loan was paid out (创业担保贷款放款).</summary>
/// <remarks>Published once per drawdown; a loan may have several. Delivered at least once. Carries nothing of a person or firm.</remarks>
public sealed record LoanDisbursed
{
    /// <summary>Loans' key of the loan, unique for ever.</summary>
    public required Guid LoanId { get; init; }

    /// <summary>Number of the line in the loan's book; with the loan unique for ever.</summary>
    public required int Drawdown { get; init; }

    /// <summary>Where it was applied for, GB/T 2260 (创业地).</summary>
    public required string Division { get; init; }

    /// <summary>借款人类型: personal or enterprise.</summary>
    public required string Kind { get; init; }

    /// <summary>Fen, above zero (放款金额).</summary>
    public required long AmountFen { get; init; }

    /// <summary>Whether nothing of the loan had been paid out before: then the loan counts as one.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>The day it was paid out, China Standard Time (放款日期); it may be told later.</summary>
    public required DateOnly DisbursedOn { get; init; }
}
