using Wenye.Contracts.Registration.V1;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests;

/// <summary>Requests that tests start from.</summary>
internal static class Applications
{
    private static int people;

    /// <summary>A person no other test uses.</summary>
    public static SyntheticPerson NewPerson() => SyntheticPeople.Person(Interlocked.Increment(ref people));

    public static string NewRequestId() => Guid.CreateVersion7().ToString();

    /// <summary>A form without fault, in 历下区 unless said otherwise.</summary>
    public static ApplicationForm Form(SyntheticPerson? person = null, string division = "370102")
    {
        person ??= NewPerson();
        return new ApplicationForm
        {
            ApplicationNumber = $"3701{Guid.CreateVersion7():N}",
            RegistrationDivision = division,
            AppliedOn = "20200810",
            Name = person.Name,
            Sex = person.IsFemale ? "2" : "1",
            Nationality = "01",
            Education = "30",
            Health = "1",
            UnemployedOn = "20200715",
            SocialSecurityNumber = person.ResidentId,
            IdDocumentType = "01",
            IdDocumentNumber = person.ResidentId,
            HouseholdDivision = "370102",
            HouseholdAddress = "虚构街道一号院",
            ResidenceDivision = "370102",
            ResidenceAddress = "虚构街道二号院",
            MobilePhone = person.Phone,
            Email = $"{person.Phone}@example.invalid",
            RegistrationPlaceType = "1",
            UnemploymentReason = "21",
            Remarks = "备注中的虚构说明",
            ClaimsBenefit = "2",
        };
    }

    public static SubmitApplicationRequest Submit(ApplicationForm? form = null) =>
        new() { RequestId = NewRequestId(), Form = form ?? Form() };

    public static StartReviewRequest StartReview(string applicationId) =>
        new() { RequestId = NewRequestId(), ApplicationId = applicationId };

    /// <summary>An approval with every fact established in the applicant's favour.</summary>
    public static ReviewApplicationRequest Approve(string applicationId) => new()
    {
        RequestId = NewRequestId(),
        ApplicationId = applicationId,
        Approval = new Approval { ReceivesPension = false, AbleToWork = true, Employed = false },
    };

    public static ReviewApplicationRequest Reject(string applicationId, RejectionReason reason) => new()
    {
        RequestId = NewRequestId(),
        ApplicationId = applicationId,
        Rejection = new Rejection { Reason = reason, Explanation = "虚构的不通过原因" },
    };
}
