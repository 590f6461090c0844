namespace Wenye.Contracts.Events.Registration.V1;

/// <summary>A registration as unemployed ended (失业登记注销).</summary>
/// <remarks>Published once per registration that ends; delivered at least once.</remarks>
public sealed record UnemploymentCancelled
{
    /// <summary>Registration's key of the registration.</summary>
    public required Guid RegistrationId { get; init; }

    /// <summary>Registration's key of the person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Place of registration, GB/T 2260 (登记失业地行政区划代码 AAB301).</summary>
    public required string Division { get; init; }

    /// <summary>Day of cancellation, China Standard Time (注销失业登记时间 ADC210).</summary>
    public required DateOnly CancelledOn { get; init; }

    /// <summary>Code table AJC00A (注销失业登记原因).</summary>
    public required string ReasonCode { get; init; }

    /// <summary>Whether the person is employed since (转为就业状态).</summary>
    public required bool BecameEmployed { get; init; }
}
