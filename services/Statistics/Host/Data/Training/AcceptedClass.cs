using Wenye.Contracts.Events.Training.V1;

namespace Wenye.Statistics.Data;

/// <summary>One class of subsidised training that was accepted (验收合格培训班).</summary>
public sealed class AcceptedClass
{
    /// <summary>As in <see cref="ClassAccepted.ClassId"/>; counted once whatever arrives.</summary>
    public required Guid ClassId { get; init; }

    /// <summary>As in <see cref="ClassAccepted.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>Calendar month of the acceptance, YYYY-MM (验收月份).</summary>
    public required string Month { get; init; }

    /// <summary>As in <see cref="ClassAccepted.Category"/>.</summary>
    public required string Category { get; init; }

    /// <summary>As in <see cref="ClassAccepted.Mode"/>.</summary>
    public required string Mode { get; init; }

    /// <summary>As in <see cref="ClassAccepted.Trainees"/>.</summary>
    public required int Trainees { get; init; }

    /// <summary>As in <see cref="ClassAccepted.Passed"/>.</summary>
    public required int Passed { get; init; }
}
