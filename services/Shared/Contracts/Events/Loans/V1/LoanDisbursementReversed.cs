namespace Wenye.Contracts.Events.Loans.V1;

/// <summary>A drawdown was booked in error and taken back (放款冲正).</summary>
/// <remarks>Published at most once per drawdown that <see cref="LoanDisbursed"/> told of; delivered at least once, perhaps before it.</remarks>
public sealed record LoanDisbursementReversed
{
    /// <summary>As in <see cref="LoanDisbursed.LoanId"/>.</summary>
    public required Guid LoanId { get; init; }

    /// <summary>As in <see cref="LoanDisbursed.Drawdown"/>: which one.</summary>
    public required int Drawdown { get; init; }

    /// <summary>As in <see cref="LoanDisbursed.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>As in <see cref="LoanDisbursed.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Fen, above zero, as it was told.</summary>
    public required long AmountFen { get; init; }

    /// <summary>Whether nothing of the loan is paid out without it: then the loan counts as none.</summary>
    public required bool WasOnly { get; init; }

    /// <summary>As in <see cref="LoanDisbursed.DisbursedOn"/>: in which month it was counted.</summary>
    public required DateOnly DisbursedOn { get; init; }
}
