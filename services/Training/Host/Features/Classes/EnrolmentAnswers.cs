using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Enrolment = Wenye.Training.Data.Enrolment;

namespace Wenye.Training.Features.Classes;

/// <summary>An enrolment with its person (学员).</summary>
internal sealed class EnrolledPerson
{
    public required Enrolment Enrolment { get; init; }

    public required Trainee Trainee { get; init; }

    /// <summary>Of the completion certificate; null: none.</summary>
    public string? SerialNumber { get; init; }
}

/// <summary>Trainees of a class as callers see them (学员应答).</summary>
internal static class EnrolmentAnswers
{
    /// <summary>The enrolment (学员): personal fields masked unless the caller's role may see them.</summary>
    public static Contract.Enrolment ToContract(this EnrolledPerson person, Caller caller)
    {
        var enrolment = person.Enrolment;
        return new()
        {
            EnrolmentId = enrolment.Id.ToString(),
            TraineeId = enrolment.TraineeId.ToString(),
            Name = caller.SightOfName(person.Trainee.Name),
            IdNumber = caller.SightOfId(person.Trainee.IdNumber),
            MobilePhone = caller.SightOfPhone(enrolment.MobilePhone),
            Group = enrolment.Group,
            Evidence = enrolment.Evidence,
            EnrolledOn = enrolment.EnrolledOn.ToContract(),
            State = enrolment.State,
            AttendedMinutes = enrolment.AttendedMinutes,
            AttendedOnlineMinutes = enrolment.AttendedOnlineMinutes,
            Result = ResultOf(enrolment),
            SerialNumber = person.SerialNumber ?? "",
        };
    }

    private static ExamResult? ResultOf(Enrolment enrolment)
    {
        if (enrolment.ExaminedOn is not { } day)
        {
            return null;
        }

        var result = new ExamResult { ExaminedOn = day.ToContract(), Score = enrolment.Score?.ToString("0.#", CultureInfo.InvariantCulture) ?? "" };
        if (enrolment.Passed is { } passed)
        {
            result.Passed = passed;
        }

        if (enrolment.EntitledToOther is { } entitled)
        {
            result.EntitledToOtherCertificate = entitled;
        }

        return result;
    }
}
