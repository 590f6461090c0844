using Wenye.Contracts.Payments.V1;

namespace Wenye.Payments.Data;

/// <summary>An entry of the ledger (记账凭证); table ledger_entry, append-only.</summary>
public sealed class StoredEntry
{
    /// <summary>Rises within a fund, pool and year in the order of booking; numbers may be missing.</summary>
    public long Sequence { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    /// <summary>As in <see cref="Ledger.Move.Kind"/>.</summary>
    public required string Kind { get; init; }

    public required Fund Fund { get; init; }

    public required string Pool { get; init; }

    public required int Year { get; init; }

    /// <summary>Null for budgets.</summary>
    public Guid? PayableId { get; init; }

    /// <summary>Of what went to the bank and came from it.</summary>
    public string? PaymentNo { get; init; }

    /// <summary>预算文号, or the bank's number of a recovery.</summary>
    public string? Document { get; init; }

    /// <summary>The bank's day, not after the day of booking; null where the bank has no part.</summary>
    public DateOnly? ValueDate { get; init; }
}

/// <summary>A posting of an entry (分录); table ledger_posting, append-only.</summary>
public sealed class StoredPosting
{
    public required long Entry { get; init; }

    /// <summary>As in <see cref="Ledger.Account"/>.</summary>
    public required string Account { get; init; }

    /// <summary>Fen; positive: debit, negative: credit.</summary>
    public required long AmountFen { get; init; }
}
