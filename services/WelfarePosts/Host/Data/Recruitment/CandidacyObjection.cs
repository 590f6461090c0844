namespace Wenye.WelfarePosts.Data;

/// <summary>An objection raised during publicity (公示异议).</summary>
public sealed class CandidacyObjection
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    public required Guid CandidacyId { get; init; }

    /// <summary>What is objected, encrypted at rest.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>Null: open.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>Whether it was found right (异议成立).</summary>
    public bool Upheld { get; set; }

    /// <summary>What the inquiry found, encrypted at rest; null: open.</summary>
    public string? Finding { get; set; }
}
