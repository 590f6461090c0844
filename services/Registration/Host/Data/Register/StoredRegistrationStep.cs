using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Data;

/// <summary>One step in the life of a registration (办理环节); only ever appended.</summary>
public sealed class StoredRegistrationStep
{
    public Guid RegistrationId { get; init; }

    /// <summary>From 1, oldest first.</summary>
    public required int Sequence { get; init; }

    public required RegistrationStepKind Kind { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The agency whose token made the call (经办机构).</summary>
    public required string Agency { get; init; }

    /// <summary>The division of its token.</summary>
    public required string Division { get; init; }

    /// <summary>经办人 AAE011, encrypted at rest.</summary>
    public string? Operator { get; init; }

    public Guid? OfficeId { get; init; }

    /// <summary>Why or how, encrypted at rest: free text may name people.</summary>
    public string? Note { get; init; }
}
