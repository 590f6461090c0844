namespace Wenye.Loans.Domain.Books;

/// <summary>How a loan stands (贷款状态), as in the contract and by its numbers.</summary>
public enum BookStanding
{
    /// <summary>正常.</summary>
    Normal = 1,

    /// <summary>展期: past the day of its contract, before the day agreed since.</summary>
    Extended,

    /// <summary>逾期: told by the bank, or not repaid by the end of the day on which it fell due.</summary>
    Overdue,

    /// <summary>已代偿: something is still owed to the bank or the fund.</summary>
    Compensated,

    /// <summary>已结清.</summary>
    Settled,

    /// <summary>已核销: nothing is owed any more, and not all of it was repaid.</summary>
    WrittenOff,
}

/// <summary>A loan at the end of a day (日终状态).</summary>
public sealed record BookState
{
    /// <summary>Drawn in all until then (累计放款), fen.</summary>
    public required long DrawnFen { get; init; }

    /// <summary>Owed to the bank (贷款余额), fen.</summary>
    public required long PrincipalFen { get; init; }

    /// <summary>Owed to the fund after compensation (追偿权余额), fen.</summary>
    public required long ClaimFen { get; init; }

    /// <summary>Null: nothing was drawn yet.</summary>
    public required BookStanding? Standing { get; init; }

    /// <summary>First day of being overdue, counted as one (逾期起始日); null: not overdue.</summary>
    public required DateOnly? OverdueSince { get; init; }

    /// <summary>The day on which it falls due as agreed until then (到期日).</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Why it was extended last; null: never.</summary>
    public required ExtensionGround? Ground { get; init; }

    /// <summary>The first drawdown (放款日); null: none.</summary>
    public required DateOnly? DisbursedOn { get; init; }
}

/// <summary>Days on which a loan stands one way with one balance (余额时段).</summary>
/// <param name="From">First day.</param>
/// <param name="To">The day after its last.</param>
/// <param name="PrincipalFen">Owed to the bank at the end of each of these days, fen.</param>
/// <param name="Standing">At the end of each of these days.</param>
/// <param name="DueOn">The day on which it falls due as agreed by then (到期日).</param>
/// <param name="Ground">Why it was extended, where it was by then.</param>
public readonly record struct BookSegment(DateOnly From, DateOnly To, long PrincipalFen, BookStanding Standing, DateOnly DueOn, ExtensionGround? Ground)
{
    /// <summary>Calendar days (天数), at least 1.</summary>
    public int Days => To.DayNumber - From.DayNumber;
}
