namespace Wenye.Statistics.Data;

/// <summary>The figures of one division and period (登记失业、就业登记、就业困难人员认定): the sums of the facts counted there.</summary>
public sealed class RegistrationTally
{
    /// <summary>GB/T 2260 code as the event named it, usually a county.</summary>
    public required string Division { get; init; }

    /// <summary>Report period YYYY-MM (统计报表期).</summary>
    public required string Period { get; init; }

    /// <summary>Registrations that began (新登记失业人数): <see cref="RegisteredPerson"/>.</summary>
    public long Registered { get; init; }

    /// <summary>Registrations that ended (注销失业登记人数): <see cref="CancelledRegistration"/>.</summary>
    public long Cancelled { get; init; }

    /// <summary>Of these, people employed since (转为就业状态人数).</summary>
    public long BecameEmployed { get; init; }

    /// <summary>Employments registered (就业登记人次): <see cref="RegisteredEmployment"/>.</summary>
    public long EmploymentsRegistered { get; init; }

    /// <summary>Employments whose end was registered (终止就业登记人次): <see cref="EndedEmployment"/>.</summary>
    public long EmploymentsEnded { get; init; }

    /// <summary>Recognitions of hardship (就业困难人员认定人数): <see cref="RecognisedHardship"/>.</summary>
    public long HardshipRecognised { get; init; }

    /// <summary>Recognitions that ended before their day (就业困难人员退出人数): <see cref="EndedHardship"/>.</summary>
    public long HardshipEnded { get; init; }

    /// <summary>Of the registrations that began, those at an office in an urban area (城镇); what neither this nor the rural tell of nobody said.</summary>
    public long RegisteredUrban { get; init; }

    /// <summary>And in a rural one (乡村).</summary>
    public long RegisteredRural { get; init; }

    /// <summary>Of those that ended, by where they had been made: in an urban area.</summary>
    public long CancelledUrban { get; init; }

    /// <summary>In a rural one.</summary>
    public long CancelledRural { get; init; }

    /// <summary>Of the people employed since, by where they had been registered: in an urban area.</summary>
    public long BecameEmployedUrban { get; init; }

    /// <summary>In a rural one.</summary>
    public long BecameEmployedRural { get; init; }
}
