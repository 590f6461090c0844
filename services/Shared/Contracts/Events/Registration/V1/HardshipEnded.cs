namespace Wenye.Contracts.Events.Registration.V1;

/// <summary>A recognition of employment hardship ended before its day (就业困难人员认定撤销).</summary>
/// <remarks>Published at most once per recognition that <see cref="HardshipRecognised"/> told of; delivered at least once.</remarks>
public sealed record HardshipEnded
{
    /// <summary>Registration's key of the recognition.</summary>
    public required Guid RecognitionId { get; init; }

    /// <summary>Registration's key of the person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>As in <see cref="HardshipRecognised.Category"/>.</summary>
    public required string Category { get; init; }

    /// <summary>As in <see cref="HardshipRecognised.CityCategory"/>.</summary>
    public required string CityCategory { get; init; }

    /// <summary>Place of registration, GB/T 2260 (登记失业地行政区划代码 AAB301).</summary>
    public required string Division { get; init; }

    /// <summary>The first day it no longer holds, China Standard Time (终止日期).</summary>
    public required DateOnly EndedOn { get; init; }
}
