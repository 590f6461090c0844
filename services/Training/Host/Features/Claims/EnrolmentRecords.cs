using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Training.Data;
using Certificate = Wenye.Training.Data.Certificate;
using Enrolment = Wenye.Training.Data.Enrolment;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Claims;

/// <summary>What the platform knows of a course that a person took (培训记录), with its certificate.</summary>
/// <param name="Enrolment">学员.</param>
/// <param name="Class">班级.</param>
/// <param name="Certificate">The completion certificate; null: none was issued.</param>
/// <param name="PaidAsAWhole">A funding pays the class (项目制、预拨): its people are not paid for besides.</param>
internal sealed record CourseTaken(Enrolment Enrolment, TrainingClass Class, Certificate? Certificate, bool PaidAsAWhole)
{
    private const int MinutesAnHour = 45;

    /// <summary>The completion certificate, unless it was revoked (有效培训合格证书).</summary>
    public Certificate? Valid => Certificate is { State: CertificateState.Valid } ? Certificate : null;

    /// <summary>Held online, wholly or in part (线上培训).</summary>
    public bool Online => Class.Mode != TrainingMode.Offline;

    /// <summary>Whole class hours attended online (线上学时), 72号 二(三): 45 minutes each.</summary>
    public int OnlineHours => Enrolment.AttendedOnlineMinutes / MinutesAnHour;
}

/// <summary>Reads what the platform knows of courses (培训记录查询).</summary>
internal static class EnrolmentRecords
{
    public static async Task<IReadOnlyDictionary<Guid, CourseTaken>> CoursesTakenAsync(
        this TrainingDbContext database, IReadOnlyCollection<Guid> enrolments, CancellationToken cancellation)
    {
        var found =
            from enrolment in database.Set<Enrolment>().AsNoTracking()
            where enrolments.Contains(enrolment.Id)
            join held in database.Set<TrainingClass>() on enrolment.ClassId equals held.Id
            join issued in database.Set<Certificate>() on enrolment.Id equals issued.EnrolmentId into certificates
            from certificate in certificates.DefaultIfEmpty()
            select new { enrolment, held, certificate, funded = database.Set<Data.FundingClass>().Any(one => one.ClassId == held.Id && one.Pays) };
        return (await found.ToListAsync(cancellation)).ToDictionary(one => one.enrolment.Id, one => new CourseTaken(one.enrolment, one.held, one.certificate, one.funded));
    }
}
