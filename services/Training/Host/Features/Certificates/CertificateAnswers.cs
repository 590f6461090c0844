using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Certificates;

/// <summary>Certificates as callers see them (证书应答).</summary>
internal static class CertificateAnswers
{
    /// <summary>The certificate without its history (证书): the person in full for those who handle training, else masked.</summary>
    public static Contract.Certificate ToContract(this PrintedCertificate printed, Caller caller) =>
        printed.Answer(caller.SightOfName(printed.Certificate.HolderName), caller.SightOfId(printed.IdNumber));

    /// <summary>The same for a list (台账): masked for everyone.</summary>
    public static Contract.Certificate Masked(this PrintedCertificate printed) =>
        printed.Answer(Wenye.ServiceDefaults.Masked.Name(printed.Certificate.HolderName), ResidentId.TryParse(printed.IdNumber, out var id) ? id.ToString() : "");

    /// <summary>The certificate with its history (证书及环节).</summary>
    public static Contract.Certificate WithSteps(this PrintedCertificate printed, Caller caller)
    {
        var answer = printed.ToContract(caller);
        answer.Steps.Add(printed.Certificate.Steps.OrderBy(step => step.Sequence)
            .Select(step => step.ToContract(CertificateServiceReflection.Descriptor.FindTypeByName<Google.Protobuf.Reflection.EnumDescriptor>(nameof(CertificateState)), (int)step.State, caller)));
        return answer;
    }

    /// <summary>From when to when the class was held (培训起止日期).</summary>
    public static Period PeriodOf(this TrainingClass trained) => new() { From = trained.FirstDay().ToContract(), To = trained.EndsOn.ToContract() };

    /// <summary>When the class began, as planned until it did.</summary>
    public static DateOnly FirstDay(this TrainingClass trained) => trained.StartedOn ?? trained.StartsOn;

    private static Contract.Certificate Answer(this PrintedCertificate printed, string name, string idNumber)
    {
        var (certificate, trained) = (printed.Certificate, printed.Class);
        return new()
        {
            SerialNumber = certificate.SerialNumber,
            EnrolmentId = certificate.EnrolmentId.ToString(),
            ClassId = certificate.ClassId.ToString(),
            BatchId = certificate.BatchId.ToString(),
            Name = name,
            IdNumber = idNumber,
            Training = trained.PeriodOf(),
            OccupationName = trained.OccupationName,
            Occupation = new() { Occupation = trained.Occupation, Level = trained.Level },
            InstitutionName = printed.InstitutionName,
            IssuedOn = certificate.IssuedOn.ToContract(),
            State = certificate.State,
            Reissues = certificate.Reissues,
        };
    }
}
