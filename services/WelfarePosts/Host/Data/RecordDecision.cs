namespace Wenye.WelfarePosts.Data;

/// <summary>A decision on a post, round, candidacy or placement (已存决定); only ever appended.</summary>
public sealed class RecordDecision
{
    /// <summary>The record it is of.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>From 1, oldest first.</summary>
    public required int Sequence { get; init; }

    /// <summary>事项, for example welfare_posts.placement.</summary>
    public required string Program { get; init; }

    /// <summary>Canonical, encrypted at rest: it holds the facts.</summary>
    public required string Decision { get; init; }
}
