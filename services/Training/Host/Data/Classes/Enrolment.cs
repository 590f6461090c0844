using Wenye.Contracts.Training.V1;

namespace Wenye.Training.Data;

/// <summary>A person in a class (学员).</summary>
public sealed class Enrolment
{
    /// <summary>UUIDv7: in the order enrolled.</summary>
    public required Guid Id { get; init; }

    public required Guid ClassId { get; init; }

    public required Guid TraineeId { get; init; }

    /// <summary>手机号码, encrypted at rest.</summary>
    public required string MobilePhone { get; init; }

    /// <summary>By which one phone for many is noticed.</summary>
    public required byte[] PhoneHash { get; init; }

    public required TraineeGroup Group { get; init; }

    public required GroupEvidence Evidence { get; init; }

    /// <summary>户籍所在县, GB/T 2260; null: not established.</summary>
    public string? HouseholdDivision { get; init; }

    /// <summary>The firm that sends its employee; null for others.</summary>
    public string? EmployerCode { get; init; }

    public required DateOnly EnrolledOn { get; init; }

    /// <summary>What Registration said of the person, when it was asked.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Registration's key of the person (登记系统人员标识); null: its registers did not know the person then.</summary>
    public Guid? RegisterKey { get; init; }

    /// <summary>登记失业 since; null: not registered then.</summary>
    public DateOnly? UnemployedSince { get; init; }

    /// <summary>Recognised as in hardship then.</summary>
    public bool InHardship { get; init; }

    /// <summary>In work at a unit since; null: not registered as such then.</summary>
    public DateOnly? EmployedSince { get; init; }

    /// <summary>统一社会信用代码 of that unit; null: none was registered.</summary>
    public string? EmployedBy { get; init; }

    public required EnrolmentState State { get; set; }

    /// <summary>In the room.</summary>
    public int AttendedMinutes { get; set; }

    /// <summary>Online.</summary>
    public int AttendedOnlineMinutes { get; set; }

    public DateOnly? ExaminedOn { get; set; }

    /// <summary>Null: not established.</summary>
    public bool? Passed { get; set; }

    /// <summary>0 to 100; null: none was given.</summary>
    public decimal? Score { get; set; }

    /// <summary>Meets the conditions of another certificate (48号 一(三)); null: as the course says.</summary>
    public bool? EntitledToOther { get; set; }
}

/// <summary>How long a person attended on a day (考勤).</summary>
public sealed class AttendanceDay
{
    public required Guid EnrolmentId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Online, or in the room.</summary>
    public required bool Online { get; init; }

    /// <summary>0 to 720.</summary>
    public required int Minutes { get; init; }
}
