using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Classes.Rosters;

/// <summary>What Registration said of a person (系统核验结果), and when it was asked.</summary>
internal sealed class RegisterAnswer(RegisteredStatus status, DateTimeOffset askedAt)
{
    // The earliest of those that last.
    private readonly EmploymentStatus? unit = status.Employments.FirstOrDefault(one => one.Manner == EmploymentManner.Unit);

    public DateTimeOffset AskedAt => askedAt;

    /// <summary>Registration's key of the person (登记系统人员标识); null: not known.</summary>
    public Guid? Key => Guid.TryParse(status.PersonId, out var key) ? key : null;

    /// <summary>登记失业 since; null: not registered.</summary>
    public DateOnly? UnemployedSince => status.UnemployedSince?.ToDay();

    /// <summary>就业困难人员.</summary>
    public bool InHardship => status.HardshipCategories.Count > 0;

    /// <summary>In work at a unit since; null: not registered as such.</summary>
    public DateOnly? EmployedSince => unit?.EmployedOn?.ToDay();

    /// <summary>That unit; null: none was registered.</summary>
    public string? EmployedBy => unit?.EmployerCode is { Length: > 0 } code ? code : null;

    /// <summary>What the registers have against the group that a roster states (与登记信息不符); null: nothing.</summary>
    public FieldError? FaultOf(TraineeGroup group) => group switch
    {
        TraineeGroup.RegisteredUnemployed when UnemployedSince is null =>
            new("group", "失业登记信息中没有该人员，请先办理失业登记，或更正培训对象类别"),
        TraineeGroup.Hardship when !InHardship =>
            new("group", "该人员没有有效的就业困难人员认定，请先办理认定，或更正培训对象类别"),
        _ => null,
    };
}
