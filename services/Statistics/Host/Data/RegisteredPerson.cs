namespace Wenye.Statistics.Data;

/// <summary>One registration as counted (登记失业人员): the fact behind a figure.</summary>
public sealed class RegisteredPerson
{
    /// <summary>Registration's key; counted once whatever arrives.</summary>
    public required Guid RegistrationId { get; init; }

    /// <summary>Registration's key of the person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Place of registration, GB/T 2260 (登记失业地行政区划代码).</summary>
    public required string Division { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    /// <summary>Whether it was made in an urban area (在城镇区域办理); null: nobody told.</summary>
    public required bool? Urban { get; init; }

    /// <summary>Report period YYYY-MM (统计报表期); null where no document in force tells it: kept, and in no figure.</summary>
    public required string? Period { get; init; }
}
