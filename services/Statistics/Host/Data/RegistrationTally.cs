namespace Wenye.Statistics.Data;

/// <summary>People newly registered in one division and period (登记失业人数): the sum of its <see cref="RegisteredPerson"/> rows.</summary>
public sealed class RegistrationTally
{
    /// <summary>GB/T 2260 code as the event named it, usually a county.</summary>
    public required string Division { get; init; }

    /// <summary>Report period YYYY-MM (统计报表期).</summary>
    public required string Period { get; init; }

    public required long Registered { get; init; }
}
