using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Data;

/// <summary>Someone who applies, or is recommended, for a post of a round (报名、推荐), once a round.</summary>
public sealed class Candidacy
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    public required Guid PostId { get; init; }

    public required Guid PersonId { get; init; }

    public required CandidacySource Source { get; init; }

    public required CandidacyState State { get; set; }

    /// <summary>Unspecified: not recognised by Registration, or not asked yet.</summary>
    public required HardshipGroup Group { get; set; }

    /// <summary>The place in the order, from 1; people alike in all factors share one. Null: not ranked.</summary>
    public int? Place { get; set; }

    /// <summary>The one next in the order (排在其前); null: the last, or not ranked.</summary>
    public Guid? BeforeId { get; set; }

    /// <summary>By which factor it comes before that one, as welfare_posts.ranking names it; null as above.</summary>
    public string? ByFactor { get; set; }

    /// <summary>What was stated and what the registers said, as JSON, encrypted at rest.</summary>
    public string File { get; set; } = "";

    public required DateOnly AppliedOn { get; init; }
}
