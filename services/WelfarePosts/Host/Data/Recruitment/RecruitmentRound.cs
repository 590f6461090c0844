using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Data;

/// <summary>A round of recruitment (招聘批次): posts announced together, ranked and publicised together.</summary>
public sealed class RecruitmentRound
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who holds it, GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>Fills vacancies or posts added later (补岗补员), 第十二条.</summary>
    public required bool Supplementary { get; init; }

    /// <summary>Why it is held outside the first quarter; empty: it is not, or it is supplementary.</summary>
    public required string Reason { get; init; }

    /// <summary>发布渠道; empty: not told yet.</summary>
    public required string Channels { get; set; }

    public required RoundState State { get; set; }

    /// <summary>Null: not published.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>The last day of applications (报名截止日).</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>First day of publicity (公示起始日); null: not yet.</summary>
    public DateOnly? PublicisedFrom { get; set; }

    /// <summary>Last day of publicity.</summary>
    public DateOnly? PublicisedTo { get; set; }

    public ICollection<RoundPost> Posts { get; } = new List<RoundPost>();
}

/// <summary>A post of a round (招聘岗位).</summary>
public sealed class RoundPost
{
    public required Guid RoundId { get; init; }

    public required Guid PostId { get; init; }

    /// <summary>Places to be filled in this round, 1 or more.</summary>
    public required int Places { get; init; }

    /// <summary>Under which the decisions of its ranking are kept, one a version (排序记录).</summary>
    public required Guid RankingId { get; init; }

    /// <summary>How often the post was ranked (排序版本); 0: not yet.</summary>
    public int RankingVersion { get; set; }

    /// <summary>The day of the last version; null: there is no order.</summary>
    public DateOnly? RankedOn { get; set; }
}
