namespace Wenye.Payments.Data;

/// <summary>A public list (公示); table publicity. Its lines are the payables that name it.</summary>
public sealed class StoredPublicity
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Pool { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, included.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Working days asked for (公示工作日数).</summary>
    public required int WorkingDays { get; init; }

    /// <summary>Who asks for that many: document and clause, or the platform's least.</summary>
    public required string TermSource { get; init; }

    /// <summary>Lines when it was made.</summary>
    public required long Payables { get; init; }

    /// <summary>Their sum, fen.</summary>
    public required long AmountFen { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>An objection to a line while it is public (公示异议); table objection.</summary>
public sealed class StoredObjection
{
    public required Guid Id { get; init; }

    public required Guid PayableId { get; init; }

    /// <summary>Encrypted.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>Null while open.</summary>
    public bool? Upheld { get; set; }

    /// <summary>What the inquiry found; encrypted.</summary>
    public string? Finding { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }
}
