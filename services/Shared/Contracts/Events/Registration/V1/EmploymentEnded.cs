namespace Wenye.Contracts.Events.Registration.V1;

/// <summary>A person's employment ended (终止就业登记).</summary>
/// <remarks>Published once per employment that ends; delivered at least once.</remarks>
public sealed record EmploymentEnded
{
    /// <summary>Registration's key of the employment.</summary>
    public required Guid EmploymentId { get; init; }

    /// <summary>Registration's key of the person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Place of work, GB/T 2260 (就业地).</summary>
    public required string Division { get; init; }

    /// <summary>就业方式, as in <see cref="EmploymentRegistered.Manner"/>.</summary>
    public required string Manner { get; init; }

    /// <summary>Day of the end (终止就业日期).</summary>
    public required DateOnly EndedOn { get; init; }

    /// <summary>Day on which the end was registered, China Standard Time (登记日期).</summary>
    public required DateOnly RegisteredOn { get; init; }

    /// <summary>Why, code table AJC093 (失业登记原因); empty when unknown.</summary>
    public required string ReasonCode { get; init; }
}
