using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Data;

/// <summary>One step in the life of an application (办理环节); only ever appended.</summary>
public sealed class StoredStep
{
    public Guid ApplicationId { get; init; }

    /// <summary>From 1, oldest first.</summary>
    public required int Sequence { get; init; }

    public required ApplicationState State { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The agency whose token made the call (经办机构).</summary>
    public required string Agency { get; init; }

    /// <summary>The division of its token.</summary>
    public required string Division { get; init; }

    /// <summary>经办人 AAE011, encrypted at rest; null when nobody was named.</summary>
    public string? Operator { get; init; }

    /// <summary>The office of the directory; null when none was named.</summary>
    public Guid? OfficeId { get; init; }

    /// <summary>Why, for a rejection, encrypted at rest: free text may name people (审核不通过原因 AAE360).</summary>
    public string? Reason { get; init; }
}
