using Wenye.Contracts.Events.Registration.V1;

namespace Wenye.Statistics.Data;

/// <summary>One recognition of employment hardship (就业困难人员认定).</summary>
public sealed class RecognisedHardship
{
    /// <summary>As in <see cref="HardshipRecognised.RecognitionId"/>; counted once whatever arrives.</summary>
    public required Guid RecognitionId { get; init; }

    /// <summary>As in <see cref="HardshipRecognised.PersonId"/>.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>As in <see cref="HardshipRecognised.Category"/>.</summary>
    public required string Category { get; init; }

    /// <summary>As in <see cref="HardshipRecognised.CityCategory"/>.</summary>
    public required string CityCategory { get; init; }

    /// <summary>As in <see cref="HardshipRecognised.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>As in <see cref="HardshipRecognised.RecognisedOn"/>.</summary>
    public required DateOnly RecognisedOn { get; init; }

    /// <summary>As in <see cref="HardshipRecognised.ExpiresOn"/>.</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>As in <see cref="HardshipRecognised.FamilyId"/>.</summary>
    public Guid? FamilyId { get; init; }

    /// <summary>As in <see cref="RegisteredPerson"/>.</summary>
    public required string? Period { get; init; }
}
