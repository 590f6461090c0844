using Wenye.Contracts.Events.Training.V1;
using Wenye.Policy;
using Wenye.Training.Data;

namespace Wenye.Training.Features;

/// <summary>What Training tells others of what happened (对外事件): figures and keys, of a person Registration's key and no more.</summary>
internal static class Announcements
{
    /// <summary>A class was accepted (验收合格).</summary>
    /// <param name="trained">With its day.</param>
    public static ClassAccepted Accepted(this TrainingClass trained) => new()
    {
        ClassId = trained.Id,
        Division = trained.Division,
        Category = Term<Contract.TrainingCategory>.Text(trained.Category),
        Mode = Term<Contract.TrainingMode>.Text(trained.Mode),
        Trainees = trained.Trainees,
        Passed = trained.Passed,
        AcceptedOn = trained.ClosedOn!.Value,
    };

    /// <summary>A batch of the class was numbered (赋号).</summary>
    public static CertificatesIssued Issued(this TrainingClass trained, CertificateBatch batch) => new()
    {
        BatchId = batch.Id,
        Division = trained.Division,
        Category = Term<Contract.TrainingCategory>.Text(trained.Category),
        Count = batch.Count,
        IssuedOn = ChinaTime.DayOf(batch.IssuedAt),
    };

    /// <summary>One of the batch got a certificate (取得证书).</summary>
    /// <param name="trained">The class.</param>
    /// <param name="enrolment">学员标识.</param>
    /// <param name="person">Registration's key.</param>
    /// <param name="on">发证日期.</param>
    public static PersonCertified Certified(this TrainingClass trained, Guid enrolment, Guid person, DateOnly on) => new()
    {
        EnrolmentId = enrolment,
        PersonId = person,
        Division = trained.Division,
        OccupationName = trained.OccupationName,
        IssuedOn = on,
    };

    /// <summary>A certificate of the class was revoked (撤销).</summary>
    public static CertificateRevoked Revoked(this TrainingClass trained, Certificate certificate, DateOnly on) => new()
    {
        EnrolmentId = certificate.EnrolmentId,
        BatchId = certificate.BatchId,
        Division = trained.Division,
        Category = Term<Contract.TrainingCategory>.Text(trained.Category),
        RevokedOn = on,
    };
}
