namespace Wenye.Statistics.Data;

/// <summary>One ended registration as counted (注销失业登记).</summary>
public sealed class CancelledRegistration
{
    /// <summary>Registration's key of the registration; counted once whatever arrives.</summary>
    public required Guid RegistrationId { get; init; }

    /// <summary>Registration's key of the person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Place of registration, GB/T 2260 (登记失业地行政区划代码).</summary>
    public required string Division { get; init; }

    public required DateOnly CancelledOn { get; init; }

    /// <summary>Code table AJC00A (注销失业登记原因).</summary>
    public required string ReasonCode { get; init; }

    /// <summary>Whether the person is employed since (转为就业状态).</summary>
    public required bool BecameEmployed { get; init; }

    /// <summary>As in <see cref="RegisteredPerson"/>.</summary>
    public required string? Period { get; init; }
}
