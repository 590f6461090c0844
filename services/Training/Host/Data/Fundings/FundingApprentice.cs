using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;

namespace Wenye.Training.Data;

/// <summary>An apprentice by name (学徒); the name and number are the <see cref="Trainee"/>'s.</summary>
public sealed class FundingApprentice
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    public required Guid FundingId { get; init; }

    /// <summary>Of <see cref="FundingApprentices.Line"/>.</summary>
    public required int Line { get; init; }

    /// <summary>From 1, as it was sent.</summary>
    public required int Number { get; init; }

    public required Guid TraineeId { get; init; }

    /// <summary>劳动合同书: by the register of employment, uploaded, or stated and not shown.</summary>
    public required GroupEvidence Contract { get; set; }

    public Outcome Outcome { get; set; }

    /// <summary>training.apprentice as last decided, canonical; encrypted at rest.</summary>
    public string Decision { get; set; } = "";

    /// <summary>结业; null before the settlement.</summary>
    public bool? Finished { get; set; }
}
