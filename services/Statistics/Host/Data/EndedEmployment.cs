using Wenye.Contracts.Events.Registration.V1;

namespace Wenye.Statistics.Data;

/// <summary>One employment that ended (终止就业登记).</summary>
public sealed class EndedEmployment
{
    /// <summary>As in <see cref="EmploymentEnded.EmploymentId"/>; counted once whatever arrives.</summary>
    public required Guid EmploymentId { get; init; }

    /// <summary>As in <see cref="EmploymentEnded.PersonId"/>.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>As in <see cref="EmploymentEnded.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>As in <see cref="EmploymentEnded.Manner"/>.</summary>
    public required string Manner { get; init; }

    /// <summary>As in <see cref="EmploymentEnded.EndedOn"/>.</summary>
    public required DateOnly EndedOn { get; init; }

    /// <summary>As in <see cref="EmploymentEnded.RegisteredOn"/>.</summary>
    public required DateOnly RegisteredOn { get; init; }

    /// <summary>As in <see cref="EmploymentEnded.ReasonCode"/>.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>As in <see cref="RegisteredPerson"/>.</summary>
    public required string? Period { get; init; }
}
