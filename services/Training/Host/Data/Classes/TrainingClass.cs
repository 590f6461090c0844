using Wenye.Contracts.Training.V1;

namespace Wenye.Training.Data;

/// <summary>A class (培训班), from its plan to its acceptance.</summary>
/// <remarks>Changed only under the lock of its row: what may follow depends on its state and its trainees.</remarks>
public sealed class TrainingClass
{
    /// <summary>UUIDv7: later classes have greater ones.</summary>
    public required Guid Id { get; init; }

    public required Guid InstitutionId { get; init; }

    /// <summary>GB/T 2260 of the institution's place.</summary>
    public required string Division { get; init; }

    /// <summary>职业（工种）编码.</summary>
    public required string Occupation { get; init; }

    /// <summary>5 to 1.</summary>
    public required int Level { get; init; }

    /// <summary>As the catalogue named it at the plan.</summary>
    public required string OccupationName { get; init; }

    public required TrainingCategory Category { get; init; }

    /// <summary>The certificate its trainees are entitled to, as the catalogue said at the plan.</summary>
    public required CertificateKind LeadsTo { get; init; }

    public required TrainingMode Mode { get; init; }

    /// <summary>总课时.</summary>
    public required int TotalHours { get; init; }

    /// <summary>培训课件总时长, minutes.</summary>
    public required int OnlineMinutes { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required int Places { get; init; }

    public required ClassState State { get; set; }

    /// <summary>Enrolled and not withdrawn.</summary>
    public int Trainees { get; set; }

    public int Passed { get; set; }

    /// <summary>When it began; null before.</summary>
    public DateOnly? StartedOn { get; set; }

    /// <summary>达到正常进度一半的日期; null before.</summary>
    public DateOnly? HalfReachedOn { get; set; }

    /// <summary>When it was accepted or not; null before.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>training.online_share on its plan, canonical.</summary>
    public required string PlanDecision { get; init; }

    /// <summary>Oldest first.</summary>
    public ICollection<ClassStep> Steps { get; } = new List<ClassStep>();
}
