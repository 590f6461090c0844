namespace Wenye.Registration.Data;

/// <summary>What a step of an employment did (环节).</summary>
public enum EmploymentStepKind
{
    /// <summary>登记.</summary>
    Registered = 1,

    /// <summary>终止.</summary>
    Ended = 2,
}

/// <summary>One step in the life of an employment (办理环节); only ever appended.</summary>
public sealed class StoredEmploymentStep
{
    public Guid EmploymentId { get; init; }

    /// <summary>From 1, oldest first.</summary>
    public required int Sequence { get; init; }

    public required EmploymentStepKind Kind { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The agency whose token made the call (经办机构).</summary>
    public required string Agency { get; init; }

    /// <summary>The division of its token.</summary>
    public required string Division { get; init; }

    /// <summary>经办人 AAE011, encrypted at rest.</summary>
    public string? Operator { get; init; }

    public Guid? OfficeId { get; init; }

    /// <summary>备注 AAE013, encrypted at rest: free text may name people.</summary>
    public string? Note { get; init; }
}
