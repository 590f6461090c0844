using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Classes;
using Certificate = Wenye.Training.Data.Certificate;

namespace Wenye.Training.Features.Files;

/// <summary>A line of a file with its place in it (档案记录).</summary>
/// <param name="Day">Orders the lines.</param>
/// <param name="Key">Orders those of one day.</param>
/// <param name="Answer">As callers see it.</param>
internal sealed record FiledEntry(DateOnly Day, string Key, TrainingFileEntry Answer)
{
    /// <summary>For the page token (分页位置).</summary>
    public string[] Position => [Day.ToString("O", CultureInfo.InvariantCulture), Key];

    /// <summary>Whether it comes after the position.</summary>
    public bool Follows(string[] position) => Position.Zip(position, string.CompareOrdinal).FirstOrDefault(order => order != 0) > 0;
}

/// <summary>Gathers what a file holds of a person, in the order of time (档案内容).</summary>
internal sealed class FileEntries(TrainingDbContext database, FiledClaims claims, FiledApprenticeships apprenticeships)
{
    public async Task<IReadOnlyList<FiledEntry>> OfAsync(Trainee person, Caller caller, CancellationToken cancellation)
    {
        FiledEntry[] all =
        [
            .. await ClassesAsync(person, caller, cancellation), .. await claims.ClaimsAsync(person, caller, cancellation),
            .. await claims.PriorAsync(person, cancellation), .. await apprenticeships.OfAsync(person, cancellation),
        ];
        return [.. all.OrderBy(entry => entry.Day).ThenBy(entry => entry.Key, StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<FiledEntry>> ClassesAsync(Trainee person, Caller caller, CancellationToken cancellation)
    {
        var attended = await (
            from one in database.Enrolments.AsNoTracking()
            where one.TraineeId == person.Id
            join trained in database.Classes on one.ClassId equals trained.Id
            join institution in database.Institutions on trained.InstitutionId equals institution.Id
            join issued in database.Certificates on one.Id equals issued.EnrolmentId into certificates
            from certificate in certificates.DefaultIfEmpty()
            select new { Enrolment = one, Class = trained, Institution = institution.Name, Certificate = (Certificate?)certificate }).ToListAsync(cancellation);
        return attended.Select(row => new FiledEntry(row.Enrolment.EnrolledOn, row.Enrolment.Id.ToString(), new()
        {
            Day = row.Enrolment.EnrolledOn.ToContract(),
            ClassAttended = new()
            {
                TrainingClass = row.Class.ToLine(row.Institution),
                Enrolment = new EnrolledPerson { Enrolment = row.Enrolment, Trainee = person, SerialNumber = row.Certificate?.SerialNumber }.ToContract(caller),
                Certificate = CertificateOf(row.Certificate),
            },
        }));
    }

    private static FiledCertificate? CertificateOf(Certificate? certificate) => certificate is null ? null : new()
    {
        SerialNumber = certificate.SerialNumber,
        IssuedOn = certificate.IssuedOn.ToContract(),
        State = certificate.State,
        Reissues = certificate.Reissues,
    };
}
