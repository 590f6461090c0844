using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;

namespace Wenye.WelfarePosts.Data;

/// <summary>A month of a place (月度核算), computed by all replicas together. Amounts in fen.</summary>
/// <remarks>Of a county and month at most one is not reviewed: what was booked before cannot change while it is computed and reviewed.</remarks>
public sealed class PostMonthRun
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The place, GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>The month's first day.</summary>
    public required DateOnly Month { get; init; }

    public required MonthRunState State { get; set; }

    /// <summary>The day on which the facts were gathered.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The parameters decided with: replicas that hold others leave the run alone.</summary>
    public required string ParameterVersion { get; init; }

    /// <summary>People in post to be looked at.</summary>
    public long Placements { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null: not computed yet.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public long PayableFen { get; set; }

    /// <summary>Zero or more.</summary>
    public long ToRecoverFen { get; set; }

    /// <summary>What pays the urban posts; unspecified: not confirmed.</summary>
    public Fund UrbanFund { get; set; }

    /// <summary>SHA-256 over all lines, hexadecimal; null while it is computed.</summary>
    public string? Hash { get; set; }

    /// <summary>Oldest first.</summary>
    public ICollection<PostMonthStep> Steps { get; } = new List<PostMonthStep>();
}

/// <summary>A step of a run (办理环节).</summary>
public sealed class PostMonthStep : Step
{
    public required Guid RunId { get; init; }

    public required MonthRunState State { get; init; }
}

/// <summary>A part of a run that one worker decides in one transaction (核算分片): a range of placements.</summary>
public sealed class PostMonthShard
{
    public required Guid RunId { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    public required Guid FromPlacement { get; init; }

    /// <summary>Included.</summary>
    public required Guid ToPlacement { get; init; }

    public required int Placements { get; init; }

    /// <summary>Null until its lines are stored, in the same transaction.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>How often it could not be decided for a reason of its own; others go first.</summary>
    public int Failures { get; set; }
}
