namespace Wenye.Training.Data;

/// <summary>Someone read people of a class in full (查阅学员名册留痕); table roster_read, append-only.</summary>
public sealed class RosterRead
{
    /// <summary>As they were read.</summary>
    public long Id { get; init; }

    public required Guid ClassId { get; init; }

    /// <summary>The first of the page, in the order enrolled.</summary>
    public required Guid FromEnrolment { get; init; }

    /// <summary>The last of the page; of what lies between the call may have asked for one state only.</summary>
    public required Guid ToEnrolment { get; init; }

    /// <summary>How many people were shown.</summary>
    public required int People { get; init; }

    /// <summary>Who read: the agency whose token made the call.</summary>
    public required string Agency { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}
