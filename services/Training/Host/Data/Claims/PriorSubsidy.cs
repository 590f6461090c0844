using Wenye.Contracts.Training.V1;

namespace Wenye.Training.Data;

/// <summary>A subsidy that an earlier system paid (历史补贴); it counts in every limit. Only ever appended.</summary>
public sealed class PriorSubsidy
{
    public required Guid TraineeId { get; init; }

    public required ClaimKind Kind { get; init; }

    /// <summary>职业（工种）编码.</summary>
    public required string Occupation { get; init; }

    /// <summary>5 to 1.</summary>
    public required int Level { get; init; }

    /// <summary>享受日期.</summary>
    public required DateOnly PaidOn { get; init; }

    /// <summary>在校期间享受.</summary>
    public required bool InCollege { get; init; }

    /// <summary>The office that paid or keeps the records, GB/T 2260.</summary>
    public required string Division { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The agency that told it.</summary>
    public required string Agency { get; init; }
}
