using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Data;

/// <summary>A contact or service given to a registered person (服务记录); only ever appended.</summary>
public sealed class StoredService
{
    public required Guid Id { get; init; }

    public required Guid RegistrationId { get; init; }

    public required ServiceKind Kind { get; init; }

    public required DateOnly ProvidedOn { get; init; }

    public required ServiceManner Manner { get; init; }

    public required ServiceOutcome Outcome { get; init; }

    /// <summary>What came of it, encrypted at rest; null when nothing was said.</summary>
    public string? Note { get; init; }

    /// <summary>The agency whose token made the call (经办机构).</summary>
    public required string Agency { get; init; }

    /// <summary>The division of its token.</summary>
    public required string Division { get; init; }

    /// <summary>经办人 AAE011, encrypted at rest.</summary>
    public string? Operator { get; init; }

    public Guid? OfficeId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
