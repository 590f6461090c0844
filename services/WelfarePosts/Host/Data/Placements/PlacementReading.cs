namespace Wenye.WelfarePosts.Data;

/// <summary>Someone read a placement with personal data in full (查阅留痕); table placement_reading, append-only.</summary>
public sealed class PlacementReading
{
    public long Id { get; init; }

    public required Guid PlacementId { get; init; }

    /// <summary>Who read it: the agency whose token made the call.</summary>
    public required string Agency { get; init; }

    /// <summary>Of the agency, GB/T 2260.</summary>
    public required string Division { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}
