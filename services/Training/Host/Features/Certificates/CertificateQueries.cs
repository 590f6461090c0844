using Microsoft.EntityFrameworkCore;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Domain.Certificates;
using Wenye.Training.Features.Classes;
using Certificate = Wenye.Training.Data.Certificate;
using Institution = Wenye.Training.Data.Institution;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Certificates;

/// <summary>A certificate with what is printed on it (证书要素), 48号 附件1.</summary>
internal sealed record PrintedCertificate(Certificate Certificate, string IdNumber, TrainingClass Class, string InstitutionName);

/// <summary>How calls find certificates (查询证书).</summary>
internal static class CertificateQueries
{
    // The notice is the province's: its list of cities is the same everywhere.
    private static readonly Division Shandong = Division.Parse("370000");

    /// <summary>Whether a text could be a serial number (是否符合序列号规则).</summary>
    public static bool IsSerialNumber(this ParameterSet parameters, string text, TimeProvider time) =>
        SerialNumberForm.Fits(text, parameters.At(Shandong, ChinaTime.Today(time)));

    /// <summary>A fault unless the text is a serial number (序列号校验).</summary>
    public static RequestFaults SerialNumber(this RequestFaults faults, string text, ParameterSet parameters, TimeProvider time) =>
        faults.Demand(parameters.IsSerialNumber(text, time), "serial_number", "证书序列号应为18位：17位数字和1位大写字母，请按证书填写");

    /// <summary>Certificates with what is printed on them, to be narrowed and ordered by number.</summary>
    public static IQueryable<PrintedCertificate> Printed(this TrainingDbContext database, IQueryable<Certificate> certificates) =>
        from certificate in certificates
        join trainee in database.Trainees on certificate.TraineeId equals trainee.Id
        join trained in database.Classes on certificate.ClassId equals trained.Id
        join institution in database.Institutions on certificate.InstitutionId equals institution.Id
        orderby certificate.SerialNumber
        select new PrintedCertificate(certificate, trainee.IdNumber, trained, institution.Name);

    /// <summary>The certificate of a number that has no faults, with its steps (证书及环节).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND CERTIFICATE_NOT_FOUND, or PERMISSION_DENIED when it is another division's.</exception>
    public static async Task<PrintedCertificate> LoadCertificateAsync(this TrainingDbContext database, string number, Caller caller, CancellationToken cancellation)
    {
        var found = await database.Printed(database.Certificates.Where(c => c.SerialNumber == number)).SingleOrDefaultAsync(cancellation)
            ?? throw RpcErrors.NotFound("CERTIFICATE_NOT_FOUND", "没有该序列号的培训合格证书，请核对");
        caller.DemandDivision(found.Class.Division);
        await database.Set<CertificateStep>().Where(step => step.SerialNumber == number).OrderBy(step => step.Sequence).LoadAsync(cancellation);
        return found;
    }

    /// <summary>The same, its row held until the open transaction ends (待办理的证书): whoever changes it waits here.</summary>
    public static async Task<PrintedCertificate> HoldCertificateAsync(this TrainingDbContext database, string number, Caller caller, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlAsync($"SELECT FROM certificate WHERE serial_number = {number} FOR NO KEY UPDATE", cancellation);
        return await database.LoadCertificateAsync(number, caller, cancellation);
    }

    /// <summary>The institution of a class, which stays as it is until the open transaction ends (培训主体).</summary>
    public static async Task<Institution> HoldInstitutionAsync(this TrainingDbContext database, Guid id, CancellationToken cancellation) =>
        (await database.Institutions.FromSql($"SELECT * FROM institution WHERE id = {id} FOR SHARE").AsNoTracking().ToListAsync(cancellation)).Single();
}
