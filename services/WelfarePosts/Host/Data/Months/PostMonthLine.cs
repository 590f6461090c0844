using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Data;

/// <summary>Someone in post in a run (核算明细行). Amounts in fen. Written by COPY, never changed.</summary>
public sealed class PostMonthLine
{
    public required Guid RunId { get; init; }

    public required Guid PlacementId { get; init; }

    /// <summary>The contract's number of it (Outcome).</summary>
    public required short Outcome { get; init; }

    /// <summary>岗位补贴 due for the month as it was known.</summary>
    public required long PostFen { get; init; }

    /// <summary>社会保险补贴.</summary>
    public required long InsuranceFen { get; init; }

    /// <summary>Booked for it by runs that were confirmed before.</summary>
    public required long BookedFen { get; init; }

    /// <summary>What this line books; below zero: to be taken back.</summary>
    public required long AmountFen { get; init; }

    public string[]? RefusedBy { get; init; }

    public string[]? ExitGrounds { get; init; }

    public string[]? Missing { get; init; }

    /// <summary>Canonical JSON of <see cref="Domain.Months.MonthRecord"/>: text, so that its bytes stay as they are.</summary>
    public required string Record { get; init; }

    /// <summary>The answer to every clause, compact.</summary>
    public required byte[] Trace { get; init; }
}

/// <summary>What the lines of a kind and outcome come to (汇总). Amounts in fen.</summary>
public sealed class PostMonthTotal
{
    public required Guid RunId { get; init; }

    public required PostKind Kind { get; init; }

    /// <summary>The contract's number of it (Outcome).</summary>
    public required short Outcome { get; init; }

    public required long Lines { get; init; }

    public required long PostFen { get; init; }

    public required long InsuranceFen { get; init; }

    public required long BookedFen { get; init; }

    public required long PayableFen { get; init; }

    public required long ToRecoverFen { get; init; }
}

/// <summary>What a confirmed run pays to one payee (拨付对象): the subject of a payable, through which a line is followed to its payment.</summary>
public sealed class PostMonthPayment
{
    public required Guid Id { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>Of urban posts; null: a person is paid.</summary>
    public Guid? EmployerId { get; init; }

    /// <summary>Of rural posts; null: an employer is paid.</summary>
    public Guid? PlacementId { get; init; }

    /// <summary>The county of the posts, GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>Fen, above zero.</summary>
    public required long AmountFen { get; init; }

    public required int Lines { get; init; }

    /// <summary>Null only within the transaction that confirms.</summary>
    public Guid? PayableId { get; set; }
}
