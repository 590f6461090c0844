using Wenye.Contracts.Stabilization.V1;

namespace Wenye.Stabilization.Data;

/// <summary>A firm's claim of work-for-training for one or several months (以工代训补贴申领).</summary>
/// <remarks>Changed only under the lock of its firm, <see cref="Features.WorkTraining.ClaimQueries"/>: what a claim may have depends on the firm's others.</remarks>
public sealed class TrainingClaim
{
    /// <summary>UUIDv7: later claims have greater ones.</summary>
    public required Guid Id { get; init; }

    public required long FirmId { get; init; }

    /// <summary>GB/T 2260 of the county, when it was claimed.</summary>
    public required string Division { get; init; }

    /// <summary>GB/T 2260 of the city whose special account pays.</summary>
    public required string Pool { get; init; }

    public required WorkTrainingKind Kind { get; init; }

    public required HitIndustry Industry { get; init; }

    /// <summary>经营范围在2020年5月9日后变更增加; null: not established.</summary>
    public bool? ScopeAdded { get; set; }

    /// <summary>基本账户, encrypted at rest.</summary>
    public required string BankAccount { get; init; }

    /// <summary>开户银行.</summary>
    public required string BankName { get; init; }

    /// <summary>The day of application (申请日): it decides between the standards.</summary>
    public required DateOnly AppliedOn { get; init; }

    public required ClaimState State { get; set; }

    /// <summary>All months granted, fen.</summary>
    public long AmountFen { get; set; }

    /// <summary>The payable that carries it on; null before the review and when nothing was granted.</summary>
    public Guid? PayableId { get; set; }

    /// <summary>The decision on the firm's size (划型决定), canonical, encrypted at rest.</summary>
    public string SizeDecision { get; set; } = "";

    public ICollection<TrainingMonth> Months { get; } = new List<TrainingMonth>();

    /// <summary>Oldest first.</summary>
    public ICollection<TrainingStep> Steps { get; } = new List<TrainingStep>();
}

/// <summary>One step of a claim (办理环节); only ever appended.</summary>
public sealed class TrainingStep
{
    public required Guid ClaimId { get; init; }

    /// <summary>From 1, oldest first.</summary>
    public required int Sequence { get; init; }

    /// <summary>What it left the claim in.</summary>
    public required ClaimState State { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The agency whose token made the call (经办机构).</summary>
    public required string Agency { get; init; }

    /// <summary>The division of its token.</summary>
    public required string Division { get; init; }

    /// <summary>经办人 AAE011, encrypted at rest; null when nobody was named.</summary>
    public string? Operator { get; init; }

    /// <summary>The office of the directory; null when none was named.</summary>
    public Guid? OfficeId { get; init; }

    /// <summary>Encrypted at rest.</summary>
    public string? Note { get; init; }
}
