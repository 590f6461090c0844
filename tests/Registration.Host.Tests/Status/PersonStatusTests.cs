using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Host.Tests.Employments;
using Wenye.Registration.Host.Tests.Hardship;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests.Status;

/// <summary>What the registers say of people, as other services of the platform ask.</summary>
public sealed class PersonStatusTests(RegistrationFixture fixture, HardshipFixture hardship)
{
    private const string Division = "370102";
    private readonly EmploymentOffice office = new(fixture);
    private readonly PersonStatusService.PersonStatusServiceClient statuses = new(fixture.Service.Calls(fixture.Issuer.Token("platform", "370000", "service")));

    [Fact]
    public async Task Everyone_has_a_status_in_the_order_asked_whoever_is_known_or_not()
    {
        var (registered, employed, unknown) = (Applications.NewPerson(), Applications.NewPerson(), Applications.NewPerson());
        await office.RegisterUnemployedAsync(registered);
        var work = await office.EmployAsync(EmploymentOffice.Request(employed));

        var found = await LookAsync(Id(unknown), Id(employed), Id(registered), Id(employed));

        found.Select(status => status.PersonId.Length > 0).ShouldBe([false, true, true, true]);
        found[0].ShouldBe(new RegisteredStatus());
        found[1].PersonId.ShouldBe(work.PersonId);
        found[1].UnemployedSince.ShouldBeNull();
        found[1].Employments.ShouldBe(
            [new EmploymentStatus { Manner = EmploymentManner.Unit, EmployedOn = EmploymentOffice.Day(2020, 8, 3), EmployerCode = EmploymentOffice.EmployerCode }]);
        found[2].UnemployedSince.ShouldBe(EmploymentOffice.Day(2020, 8, 10));
        found[2].Employments.ShouldBeEmpty();
        found[3].ShouldBe(found[1]);
    }

    [Fact]
    public async Task What_has_ended_is_no_status_and_what_lasts_is_given_from_the_earliest_on()
    {
        var person = Applications.NewPerson();
        await office.RegisterUnemployedAsync(person);
        await office.EndAsync((await office.EmployAsync(EmploymentOffice.Request(person))).EmploymentId);
        var flexible = EmploymentOffice.Request(person, EmploymentManner.Flexible);
        flexible.Form.EmployedOn = EmploymentOffice.Day(2020, 8, 6);
        await office.EmployAsync(flexible);
        var unit = EmploymentOffice.Request(person);
        (unit.Form.EmployerCode, unit.Form.EmployedOn) = (EmploymentOffice.OtherEmployerCode, EmploymentOffice.Day(2020, 8, 4));
        await office.EmployAsync(unit);

        var found = (await LookAsync(Id(person))).Single();

        found.UnemployedSince.ShouldBeNull();
        found.Employments.Select(work => (work.Manner, work.EmployedOn.Day, work.EmployerCode))
            .ShouldBe([(EmploymentManner.Unit, 4, EmploymentOffice.OtherEmployerCode), (EmploymentManner.Flexible, 6, "")]);
    }

    [Fact]
    public async Task All_documents_of_a_person_lead_to_one_status()
    {
        var person = Applications.NewPerson();
        var passport = new PersonIdentity { IdDocumentType = "05", IdDocumentNumber = $"E{person.Phone[3..]}" };
        var byPassport = EmploymentOffice.Request(person);
        (byPassport.Form.Identity, byPassport.Form.BirthDate) = (passport, person.BirthDate.ToContract());
        await office.EmployAsync(byPassport);
        var byResidentId = EmploymentOffice.Request(person);
        byResidentId.Form.EmployerCode = EmploymentOffice.OtherEmployerCode;
        var known = await office.EmployAsync(byResidentId);
        (await LookAsync(passport, Id(person))).Select(status => status.Employments.Count).ShouldBe([1, 1]);

        // A form that names both joins what stood under either.
        var byBoth = EmploymentOffice.Request(person, EmploymentManner.Flexible);
        (byBoth.Form.Identity, byBoth.Form.SocialSecurityNumber) = (passport, person.ResidentId);
        await office.EmployAsync(byBoth);

        var lowerCase = Id(person);
        lowerCase.IdDocumentNumber = lowerCase.IdDocumentNumber.ToLowerInvariant();
        var found = await LookAsync(passport, Id(person), lowerCase);
        found.ShouldAllBe(status => status.PersonId == known.PersonId && status.Employments.Count == 3);
    }

    [Fact]
    public async Task Hardship_is_told_by_category_from_the_day_it_is_recognised_to_its_last()
    {
        var person = Applications.NewPerson();
        var recognised = await hardship.RecognisedAsync(await hardship.RegisterAsync(person: person));

        (await CategoriesAsync(HardshipFixture.Monday)).ShouldBeEmpty();
        (await CategoriesAsync(HardshipSteps.AfterPublicity)).ShouldBe(["HARDSHIP_CATEGORY_ZERO_EMPLOYMENT_FAMILY"]);
        (await CategoriesAsync(recognised.ExpiresOn.ToDay())).ShouldHaveSingleItem();
        (await CategoriesAsync(recognised.ExpiresOn.ToDay().AddDays(1))).ShouldBeEmpty();

        async Task<IEnumerable<string>> CategoriesAsync(DateOnly day) =>
            (await hardship.Statuses(day).LookUpStatusesAsync(new() { Identities = { Id(person) } })).Statuses.Single().HardshipCategories;
    }

    [Fact]
    public async Task Only_trainings_and_jobs_that_were_accepted_within_the_year_are_counted_over_all_registrations()
    {
        var (person, monday) = (Applications.NewPerson(), HardshipFixture.Monday);
        var serving = hardship.Agency(monday, Division, "caseworker").Register;
        var first = await hardship.RegisterAsync(person: person);
        foreach (var (kind, outcome) in new[]
        {
            (ServiceKind.TrainingOffer, ServiceOutcome.Accepted), (ServiceKind.JobOffer, ServiceOutcome.Accepted), (ServiceKind.JobOffer, ServiceOutcome.Refused),
            (ServiceKind.TrainingOffer, ServiceOutcome.NotReached), (ServiceKind.Policy, ServiceOutcome.Accepted), (ServiceKind.Guidance, ServiceOutcome.Accepted),
        })
        {
            await serving.RecordServiceAsync(Services.Record(first, kind, monday, outcome));
        }

        await serving.CancelRegistrationAsync(Services.Cancel(first, "24", monday));
        await serving.RecordServiceAsync(Services.Record(await hardship.RegisterAsync(person: person), ServiceKind.JobOffer, monday));

        (await OnAsync(monday)).ShouldBe(3);
        (await OnAsync(monday.AddYears(1).AddDays(-1))).ShouldBe(3);
        (await OnAsync(monday.AddYears(1))).ShouldBe(0);

        async Task<int> OnAsync(DateOnly day) =>
            (await hardship.Statuses(day).LookUpStatusesAsync(new() { Identities = { Id(person) } })).Statuses.Single().ServicesWithinYear;
    }

    [Fact]
    public async Task A_pension_is_told_with_its_first_day_and_of_others_nothing()
    {
        var (pensioner, other) = (Applications.NewPerson(), Applications.NewPerson());
        await fixture.RegisterAsync(Division, pensioner);
        await office.RegisterUnemployedAsync(other);
        await fixture.Register(Division, "social-insurance").RecordPensionAsync(Services.Pension(pensioner.ResidentId, new(2020, 7, 1)));

        var found = await LookAsync(Id(pensioner), Id(other));

        found.Select(status => status.PensionSince).ShouldBe([new DateOnly(2020, 7, 1).ToContract(), null]);
        found[0].UnemployedSince.ShouldBeNull();
    }

    [Fact]
    public async Task A_thousand_are_looked_up_at_once_and_no_more()
    {
        var person = Applications.NewPerson();
        await office.RegisterUnemployedAsync(person);
        var many = Enumerable.Range(0, 999).Select(i => Id(SyntheticPeople.Person(9_000_000 + i))).Append(Id(person)).ToArray();

        var found = await LookAsync(many);

        found.Count.ShouldBe(1000);
        found.Count(status => status.PersonId.Length > 0).ShouldBe(1);
        found[999].UnemployedSince.ShouldNotBeNull();
        (await RefusedAsync([.. many, Id(person)])).Fields().ShouldBe(["identities"]);
        (await RefusedAsync()).Fields().ShouldBe(["identities"]);
    }

    [Fact]
    public async Task Every_fault_is_told_by_place_and_field_and_never_repeats_a_number()
    {
        var (unknownType, noNumber, long23) = (Id(Applications.NewPerson()), Id(Applications.NewPerson()), Id(Applications.NewPerson()));
        unknownType.IdDocumentType = "77";
        noNumber.IdDocumentNumber = "";
        (long23.IdDocumentType, long23.IdDocumentNumber) = ("", new string('7', 23));

        var error = await RefusedAsync(Id(Applications.NewPerson()), unknownType, noNumber, long23);

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().ShouldBe(["identities[2].AAC058", "identities[3].AAC044", "identities[4].AAC058", "identities[4].AAC044"]);
        error.Violations().ShouldAllBe(violation => !violation.Description.Contains(long23.IdDocumentNumber, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("intake")]
    [InlineData("reviewer")]
    [InlineData("training")]
    public async Task Only_services_of_the_platform_may_ask(string role)
    {
        var stranger = new PersonStatusService.PersonStatusServiceClient(fixture.Service.Calls(fixture.Issuer.Token("a", Division, role)));

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await stranger.LookUpStatusesAsync(new() { Identities = { Id(Applications.NewPerson()) } }));

        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private static PersonIdentity Id(SyntheticPerson person) => EmploymentOffice.Identity(person);

    private async Task<IReadOnlyList<RegisteredStatus>> LookAsync(params PersonIdentity[] people) =>
        (await statuses.LookUpStatusesAsync(new() { Identities = { people } })).Statuses;

    private async Task<RpcException> RefusedAsync(params PersonIdentity[] people) =>
        await Should.ThrowAsync<RpcException>(async () => await LookAsync(people));
}
