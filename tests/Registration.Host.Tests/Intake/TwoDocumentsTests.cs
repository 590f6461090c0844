using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Host.Tests.Employments;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests.Intake;

/// <summary>One person under a resident id and a passport: one as soon as a form tells both, two until then.</summary>
public sealed class TwoDocumentsTests(RegistrationFixture fixture)
{
    private const string Division = "370102";
    private static readonly DateOnly Today = new(2020, 8, 10);
    private static readonly DateOnly Born = new(1990, 2, 28);
    private readonly SyntheticPerson person = Applications.NewPerson();
    private readonly RegistrationService.RegistrationServiceClient intake = fixture.Agency(Division, "intake").Client;
    private readonly RegistrationService.RegistrationServiceClient reviewer = fixture.Agency(Division, "reviewer").Client;
    private readonly UnemploymentRegisterService.UnemploymentRegisterServiceClient register = fixture.Register(Division, "caseworker");

    private string Passport => $"E{person.Phone[3..]}";

    [Fact]
    public async Task Who_is_registered_by_a_form_with_both_is_known_by_either()
    {
        await fixture.RegisterAsync(Division, person, change: Both);

        (await RefusedAsync(PassportAlone)).ShouldBe("ALREADY_REGISTERED");
        (await RefusedAsync(ResidentIdAlone)).ShouldBe("ALREADY_REGISTERED");
        (await RefusedAsync(Both)).ShouldBe("ALREADY_REGISTERED");
    }

    [Fact]
    public async Task An_application_by_one_document_stands_against_one_by_the_other()
    {
        var first = await fixture.RegisterAsync(Division, person, change: Both);
        await register.CancelRegistrationAsync(Services.Cancel(first, "24", Today));
        await SubmitAsync(ResidentIdAlone);

        (await RefusedAsync(PassportAlone)).ShouldBe("ALREADY_APPLIED");
    }

    [Fact]
    public async Task Work_and_pension_told_with_the_passport_end_the_registration_by_resident_id()
    {
        var first = await fixture.RegisterAsync(Division, person, change: Both);
        await register.CancelRegistrationAsync(Services.Cancel(first, "24", Today));
        var second = await fixture.RegisterAsync(Division, person, change: ResidentIdAlone);
        var office = new EmploymentOffice(fixture);
        var request = EmploymentOffice.Request(person);
        request.Form.Identity = new PersonIdentity { IdDocumentType = "05", IdDocumentNumber = Passport };
        request.Form.BirthDate = Born.ToContract();

        var employed = await office.Employments.RegisterEmploymentAsync(request);

        employed.EndedRegistration.RegistrationId.ShouldBe(second);
        var again = await SubmitAsync(ResidentIdAlone);
        (await reviewer.ReviewApplicationAsync(Applications.Approve(again))).Decision.Outcome.ShouldBe(Outcome.Refused);
        await office.EndAsync(employed.Employment.EmploymentId);
        var third = (await reviewer.ReviewApplicationAsync(Applications.Approve(again))).Application.RegistrationId;
        (await PensionAsync("05", Passport)).Decision.Program.ShouldBe("registration.deregistration");
        (await register.GetRegistrationAsync(new() { RegistrationId = third })).Registration.Cancellation.ReasonCode.ShouldBe("21");
    }

    [Fact]
    public async Task Who_was_known_by_the_passport_alone_keeps_their_key_when_a_form_tells_the_resident_id()
    {
        var alone = await fixture.RegisterAsync(Division, person, change: PassportAlone, bornOn: Born);
        (await RefusedAsync(Both)).ShouldBe("ALREADY_REGISTERED");
        await register.CancelRegistrationAsync(new CancelRegistrationRequest(Services.Cancel(alone, "24", Today)) { SocialSecurityNumber = "H00000000001" });

        var joined = await fixture.RegisterAsync(Division, person, change: Both);

        (await PersonOfAsync(joined)).ShouldBe(await PersonOfAsync(alone));
        (await RefusedAsync(ResidentIdAlone)).ShouldBe("ALREADY_REGISTERED");
        await PensionAsync("01", person.ResidentId);
        (await register.GetRegistrationAsync(new() { RegistrationId = joined })).Registration.Cancellation.ReasonCode.ShouldBe("21");
    }

    [Fact]
    public async Task Two_that_nothing_joins_remain_two_and_what_stands_on_either_counts_once_a_form_joins_them()
    {
        var byPassport = await fixture.RegisterAsync(Division, person, change: PassportAlone, bornOn: Born);
        var byResidentId = await fixture.RegisterAsync(Division, person, change: ResidentIdAlone);
        (await PersonOfAsync(byPassport)).ShouldNotBe(await PersonOfAsync(byResidentId));
        await register.CancelRegistrationAsync(Services.Cancel(byResidentId, "24", Today));

        // A form about work joins them: the registration under the passport is the person's too.
        (await RefusedAsync(Both)).ShouldBe("ALREADY_REGISTERED");
        var office = new EmploymentOffice(fixture);
        var request = EmploymentOffice.Request(person);
        request.Form.Identity = new PersonIdentity { IdDocumentType = "05", IdDocumentNumber = Passport };
        request.Form.SocialSecurityNumber = person.ResidentId;
        (await office.Employments.RegisterEmploymentAsync(request)).EndedRegistration.RegistrationId.ShouldBe(byPassport);
        var again = await SubmitAsync(PassportAlone);
        (await reviewer.ReviewApplicationAsync(Applications.Approve(again))).Decision.Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task Another_resident_id_is_another_person_though_a_form_names_the_same_passport()
    {
        await fixture.RegisterAsync(Division, person, change: Both);
        var another = Applications.NewPerson();
        var form = Applications.Form(another, Division);
        (form.IdDocumentType, form.IdDocumentNumber) = ("05", Passport);

        var taken = await intake.SubmitApplicationAsync(Applications.Submit(form));

        (await reviewer.ReviewApplicationAsync(Applications.Approve(taken.Application.ApplicationId))).Applied.ShouldBeTrue();
    }

    private void Both(ApplicationForm form) => (form.IdDocumentType, form.IdDocumentNumber) = ("05", Passport);

    private void PassportAlone(ApplicationForm form) => (form.IdDocumentType, form.IdDocumentNumber, form.SocialSecurityNumber) = ("05", Passport, "");

    private static void ResidentIdAlone(ApplicationForm form)
    {
        // As the form is made.
    }

    private async Task<string> SubmitAsync(Action<ApplicationForm> documents)
    {
        var form = Applications.Form(person, Division);
        documents(form);
        return (await intake.SubmitApplicationAsync(Applications.Submit(form))).Application.ApplicationId;
    }

    private async Task<string> RefusedAsync(Action<ApplicationForm> documents) =>
        (await Should.ThrowAsync<RpcException>(async () => await SubmitAsync(documents))).Reason();

    private async Task<RecordPensionResponse> PensionAsync(string type, string number)
    {
        var request = Services.Pension(number, Today);
        request.Identity.IdDocumentType = type;
        return await fixture.Register("370000", "social-insurance").RecordPensionAsync(request);
    }

    private Task<Guid> PersonOfAsync(string registration) =>
        fixture.ReadAsync<Guid>("select person_id from registration where id = $1", Guid.Parse(registration));
}
