using Wenye.Contracts.Payments.V1;

namespace Wenye.Payments.Data;

/// <summary>What may be spent of a fund by a pool in a year (预算); table budget.</summary>
/// <remarks>
/// Its counters are what the ledger's postings of the same fund, pool and year add up to, kept here so that one row lock
/// guards the budget. The database refuses a row that is overspent.
/// </remarks>
public sealed class StoredBudget
{
    public required Fund Fund { get; init; }

    public required string Pool { get; init; }

    public required int Year { get; init; }

    /// <summary>What was allotted, fen.</summary>
    public required long AmountFen { get; init; }

    /// <summary>Approved and not yet paid, in transit to the bank too.</summary>
    public required long ReservedFen { get; init; }

    /// <summary>Paid, before recoveries.</summary>
    public required long PaidFen { get; init; }

    /// <summary>Came back and may be spent again.</summary>
    public required long RecoveredFen { get; init; }
}
