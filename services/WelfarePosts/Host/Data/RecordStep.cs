using Wenye.Persistence;

namespace Wenye.WelfarePosts.Data;

/// <summary>A step of a post, round, candidacy or placement (办理环节).</summary>
public sealed class RecordStep : Step
{
    /// <summary>The record it is of.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>What it left the record in, by the name of its state.</summary>
    public required string State { get; init; }
}
