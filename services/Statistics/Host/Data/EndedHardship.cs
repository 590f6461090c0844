using Wenye.Contracts.Events.Registration.V1;

namespace Wenye.Statistics.Data;

/// <summary>One recognition of employment hardship that ended before its day (就业困难人员退出).</summary>
public sealed class EndedHardship
{
    /// <summary>As in <see cref="HardshipEnded.RecognitionId"/>; counted once whatever arrives.</summary>
    public required Guid RecognitionId { get; init; }

    /// <summary>As in <see cref="HardshipEnded.PersonId"/>.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>As in <see cref="HardshipEnded.Category"/>.</summary>
    public required string Category { get; init; }

    /// <summary>As in <see cref="HardshipEnded.CityCategory"/>.</summary>
    public required string CityCategory { get; init; }

    /// <summary>As in <see cref="HardshipEnded.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>As in <see cref="HardshipEnded.EndedOn"/>.</summary>
    public required DateOnly EndedOn { get; init; }

    /// <summary>As in <see cref="RegisteredPerson"/>.</summary>
    public required string? Period { get; init; }
}
