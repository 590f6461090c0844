namespace Wenye.Registration.Data;

/// <summary>A registration as unemployed (失业登记). A person has at most one that is live.</summary>
public sealed class UnemploymentRegistration
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid ApplicationId { get; init; }

    /// <summary>Place of registration, GB/T 2260 (登记失业地行政区划代码).</summary>
    public required string Division { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    /// <summary>Day of cancellation (注销失业登记时间 ADC210); null while the registration is live.</summary>
    public DateOnly? CancelledOn { get; init; }
}
