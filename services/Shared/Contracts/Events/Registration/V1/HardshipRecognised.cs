namespace Wenye.Contracts.Events.Registration.V1;

/// <summary>A person was recognised as in employment hardship (就业困难人员认定).</summary>
/// <remarks>
/// Published once per recognition, when publicity is over; delivered at least once. The recognition holds up to and with
/// <see cref="ExpiresOn"/> by itself: nothing is published when that day is over. Carries no evidence and no name.
/// </remarks>
public sealed record HardshipRecognised
{
    /// <summary>Registration's key of the recognition, unique for ever.</summary>
    public required Guid RecognitionId { get; init; }

    /// <summary>Registration's key of the person, the same at every recognition of that person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>
    /// Why (就业困难人员类别): zero_employment_family, registered_poor, older, disabled, epidemic, long_unemployed, landless or city.
    /// </summary>
    public required string Category { get; init; }

    /// <summary>For city: the name of the city's own category (各市确定的其他类别); else empty.</summary>
    public required string CityCategory { get; init; }

    /// <summary>Place of registration, GB/T 2260 (登记失业地行政区划代码 AAB301).</summary>
    public required string Division { get; init; }

    /// <summary>Day of recognition, China Standard Time (认定日期).</summary>
    public required DateOnly RecognisedOn { get; init; }

    /// <summary>The last day it holds (到期日期).</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>Of zero_employment_family: Registration's opaque key of the family (零就业家庭), the same for all its members; null: no household was told.</summary>
    public Guid? FamilyId { get; init; }
}
