using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using ClaimLine = Wenye.Training.Data.ClaimLine;

namespace Wenye.Training.Features.Claims;

/// <summary>Lines of a checked request as they are stored, not decided yet (申领明细).</summary>
internal sealed class NewLines(PersonalDataProtector protector, TimeProvider time)
{
    /// <summary>One line (明细).</summary>
    /// <param name="claim">Its claim.</param>
    /// <param name="number">From 1.</param>
    /// <param name="asked">As it was sent.</param>
    /// <param name="person">Its person.</param>
    /// <param name="course">The course that it names; null: none.</param>
    public ClaimLine Of(Guid claim, int number, Contract.ClaimLine asked, Guid person, CourseTaken? course) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        ClaimId = claim,
        Line = number,
        TraineeId = person,
        EnrolmentId = course?.Enrolment.Id,
        Group = course?.Enrolment.Group ?? asked.Group,
        Mode = course?.Class.Mode ?? asked.Mode,
        Certificate = asked.Certificate?.Kind ?? CertificateKind.Completion,
        CertificateNumber = asked.Certificate?.Number,
        CertificateHash = protector.LookupHash(asked.Certificate is { } stated ? $"{stated.Kind}\n{stated.Number}" : $"{CertificateKind.Completion}\n{course!.Enrolment.Id}"),
        IssuedOn = asked.Certificate?.IssuedOn.ToDay(),
        Occupation = asked.Certificate?.Occupation.Occupation ?? course!.Class.Occupation,
        Level = asked.Certificate?.Occupation.Level ?? course!.Class.Level,
        IdentityPaper = Form(asked.Materials, ClaimMaterial.Identity),
        GroupPaper = Form(asked.Materials, ClaimMaterial.Group),
        CertificatePaper = Form(asked.Materials, ClaimMaterial.Certificate),
        FirstAppraisal = asked.HasFirstAppraisal ? asked.FirstAppraisal : null,
        Trained = asked.HasTrained ? asked.Trained : null,
        RuralOrLowIncome = asked.HasRuralOrLowIncome ? asked.RuralOrLowIncome : null,
        BankAccount = asked.BankAccount.Length > 0 ? asked.BankAccount : null,
        BankName = asked.BankName.Length > 0 ? asked.BankName : null,
    };

    /// <summary>How a material is at hand (方式); unspecified: it is not.</summary>
    public static MaterialForm Form(IEnumerable<MaterialAtHand> materials, ClaimMaterial wanted) =>
        materials.FirstOrDefault(one => one.Material == wanted)?.Form ?? MaterialForm.Unspecified;
}
