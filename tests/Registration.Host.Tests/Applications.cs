using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests;

/// <summary>Requests that tests start from.</summary>
internal static class Applications
{
    private static int people;

    /// <summary>A person no other test uses.</summary>
    public static SyntheticPerson NewPerson() => SyntheticPeople.Person(Interlocked.Increment(ref people));

    /// <summary>Who handles a step.</summary>
    public static Handling Officer(string name = "测经办") => new() { Operator = name };

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

    /// <summary>
    /// Pending applications of one person, at least two. A second one is refused while the first is pending, so they are handed in
    /// at the same moment, as two offices would that know nothing of each other, until more than one came through.
    /// </summary>
    public static async Task<IReadOnlyList<string>> RivalsAsync(params (TestAgency Office, string Division)[] offices) =>
        await RivalsAsync(form => form, offices);

    /// <summary>The same with forms that differ: the second and later ones are changed before.</summary>
    public static async Task<IReadOnlyList<string>> RivalsAsync(
        Func<ApplicationForm, ApplicationForm> change, params (TestAgency Office, string Division)[] offices)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var person = NewPerson();
            var ids = await Task.WhenAll(offices.Select((office, i) =>
                TrySubmitAsync(office.Office, i == 0 ? Form(person, office.Division) : change(Form(person, office.Division)))));
            if (ids.OfType<string>().ToList() is { Count: > 1 } rivals && (offices.Length > 2 || rivals.Count == offices.Length))
            {
                return rivals;
            }
        }

        throw new InvalidOperationException("No two applications came in at once.");
    }

    private static async Task<string?> TrySubmitAsync(TestAgency office, ApplicationForm form)
    {
        try
        {
            return (await office.Client.SubmitApplicationAsync(Submit(form))).Application.ApplicationId;
        }
        catch (RpcException refused) when (refused.Reason() == "ALREADY_APPLIED")
        {
            return null;
        }
    }

    public static StartReviewRequest StartReview(string applicationId) =>
        new() { RequestId = NewRequestId(), ApplicationId = applicationId };

    /// <summary>An approval with every fact established in the applicant's favour.</summary>
    public static ReviewApplicationRequest Approve(string applicationId) => new()
    {
        RequestId = NewRequestId(),
        ApplicationId = applicationId,
        Approval = new Approval { ReceivesPension = false, AbleToWork = true, Employed = false },
        Handling = Officer(),
    };

    public static ReviewApplicationRequest Reject(string applicationId, RejectionReason reason) => new()
    {
        RequestId = NewRequestId(),
        ApplicationId = applicationId,
        Rejection = new Rejection { Reason = reason, Explanation = "虚构的不通过原因" },
        Handling = Officer(),
    };
}
