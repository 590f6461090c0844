namespace Wenye.Contracts.Events.Registration.V1;

/// <summary>A person was registered as unemployed (失业登记办结).</summary>
/// <remarks>
/// Published once per registration when an application is approved; delivered at least once.
/// Carries no name, resident id or phone: <see cref="PersonId"/> is Registration's own key.
/// </remarks>
public sealed record UnemploymentRegistered
{
    /// <summary>Registration's key of the registration, unique for ever.</summary>
    public required Guid RegistrationId { get; init; }

    /// <summary>Registration's key of the person, the same at every registration of that person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Place of registration, GB/T 2260 (登记失业地行政区划代码 AAB301).</summary>
    public required string Division { get; init; }

    /// <summary>Day of registration, China Standard Time (登记日期).</summary>
    public required DateOnly RegisteredOn { get; init; }

    /// <summary>Why the person became unemployed, code table AJC093 (失业登记原因).</summary>
    public required string UnemploymentReason { get; init; }

    /// <summary>Whether unemployment benefit is claimed, ADC222 = 1 (是否申领失业保险金).</summary>
    public required bool ClaimsBenefit { get; init; }

    /// <summary>
    /// Whether the office that registered the person stands in an urban area (在城镇区域办理), 人社厅发〔2020〕79号 三(十); null: nobody told
    /// Registration, or no office was named.
    /// </summary>
    public bool? Urban { get; init; }
}
