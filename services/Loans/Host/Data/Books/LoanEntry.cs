using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Domain.Books;

namespace Wenye.Loans.Data;

/// <summary>A line of a loan's book (贷款台账); only ever appended.</summary>
public sealed class LoanEntry
{
    public required Guid LoanId { get; init; }

    /// <summary>From 1, in the order they were booked.</summary>
    public required int Sequence { get; init; }

    public required LoanEntryKind Kind { get; init; }

    /// <summary>业务发生日: from this day on it counts, whenever it was told. Of a reversal that of the line taken back.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What it changes of the outstanding principal, fen: above zero a drawdown, below a repayment, compensation, write-off; of a reversal the opposite of what it takes back.</summary>
    public required long PrincipalFen { get; init; }

    /// <summary>Interest paid with it, fen; of a reversal the opposite.</summary>
    public required long InterestFen { get; init; }

    /// <summary>What it changes of what is owed to the fund that compensated (追偿权), fen.</summary>
    public long ClaimFen { get; init; }

    /// <summary>Of an extension: the day on which the loan then falls due (展期到期日).</summary>
    public DateOnly? ExtendedUntil { get; init; }

    /// <summary>Of an extension: why; else unspecified.</summary>
    public ExtensionReason ExtensionReason { get; init; }

    /// <summary>Of a reversal: the reference of the line it takes back.</summary>
    public string? Reverses { get; init; }

    /// <summary>The bank's number of it; unique within the loan: the same line told twice is booked once.</summary>
    public required string Reference { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The agency that told it.</summary>
    public required string Agency { get; init; }

    /// <summary>As the domain reads it (台账分录): how the loan stands on a day follows from all lines by <see cref="LoanBook"/>, never from one.</summary>
    public BookLine ToLine() => new(Reference, On, (BookLineKind)Kind, PrincipalFen)
    {
        ClaimFen = ClaimFen,
        Until = ExtendedUntil,
        Ground = ExtensionReason == ExtensionReason.Unspecified ? null : (ExtensionGround)ExtensionReason,
        Reverses = Reverses,
    };
}
