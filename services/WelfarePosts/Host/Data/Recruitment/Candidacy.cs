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

    /// <summary>Where it stands in the order, from 1, each once; null: not ranked.</summary>
    public int? Position { get; set; }

    /// <summary>The one next in the order (排在其前); null: the last, or not ranked.</summary>
    public Guid? BeforeId { get; set; }

    /// <summary>By which factor it comes before that one, as welfare_posts.ranking names it; null as above.</summary>
    public string? ByFactor { get; set; }

    /// <summary>What was stated and what the registers said, as JSON, encrypted at rest: <see cref="CandidacyFile"/>.</summary>
    public string File { get; set; } = "";

    /// <summary>What is still to be established, by the names of welfare_posts.placement and ranking (待补正事实).</summary>
    public string[] Missing { get; set; } = [];

    /// <summary>Clauses by which the person is not to be placed (不符合的条款), as citations.</summary>
    public string[] RefusedBy { get; set; } = [];

    /// <summary>First day on which the person is public (公示起始日); null: not yet.</summary>
    public DateOnly? PublicisedFrom { get; set; }

    /// <summary>The last one.</summary>
    public DateOnly? PublicisedTo { get; set; }

    public required DateOnly AppliedOn { get; init; }
}
