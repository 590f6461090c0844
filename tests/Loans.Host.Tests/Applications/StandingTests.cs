using Wenye.Contracts.Events.Registration.V1;
using Wenye.Contracts.Events.Training.V1;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Loans.Host.Tests.Partners;
using Wenye.ServiceDefaults;
using Wenye.Testing;
using ApplicationState = Wenye.Contracts.Loans.V1.ApplicationState;
using LoanApplication = Wenye.Contracts.Loans.V1.LoanApplication;

namespace Wenye.Loans.Host.Tests.Applications;

/// <summary>What Registration and Training tell of people while their application is on its way (登记和培训状态投影).</summary>
public sealed class StandingTests(LoansFixture fixture)
{
    private const string WithoutOtherWork = "鲁人社字〔2020〕27号 附件1一(一)1";

    [Fact]
    public async Task Work_that_begins_after_the_qualification_is_shown_with_its_clause_and_refuses_at_the_guarantor_s_step()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371427");
        var (person, _, application) = await QualifiedUnemployedAsync(scene);
        (application.Changes.Count, application.Standings.ShouldHaveSingleItem().UnemployedSince.ToDay()).ShouldBe((0, new DateOnly(2020, 8, 10)));
        var employer = PartnerOffice.NewCreditCode();

        // Registration itself tells it.
        await fixture.Registration.EmployAsync(person, employer);

        var seen = await ChangedAsync(scene, application, changes: 2);
        seen.Changes.Select(change => (change.Person, change.Kind, change.Clause, change.DecidedAgain)).ShouldBe(
            [
                (1, StandingChangeKind.UnemploymentEnded, "鲁人社字〔2020〕27号 第四条", false),
                (1, StandingChangeKind.WorkBegun, WithoutOtherWork, true),
            ]);
        var standing = seen.Standings[0];
        (standing.UnemployedSince, standing.Known, standing.AsOf.ToDay()).ShouldBe((null, true, LoansFixture.Today));
        var work = standing.Work.ShouldHaveSingleItem();
        (work.EmployedOn.ToDay(), work.EmployerCode, work.ForUnit).ShouldBe((RegistrationBeside.EmployedOn, employer, true));

        var refused = await scene.GuaranteeAsync(application);
        (refused.State, refused.RefusedBy, refused.RefusalReason).ShouldBe((ApplicationState.Refused, ApplicationParty.Guarantor, $"不符合{WithoutOtherWork}"));
    }

    [Fact]
    public async Task Work_that_begins_at_the_bank_s_step_stops_check_and_contract()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371428");
        var person = ApplicationScene.NewPerson();
        await fixture.Registration.RegisterUnemployedAsync(person);
        var application = await scene.UpToAsync(ApplicationState.Checked, ApplicationScene.Graduate(person));
        await fixture.Registration.EmployAsync(person, PartnerOffice.NewCreditCode());
        await ChangedAsync(scene, application, changes: 1);

        // A graduate needs no registration as unemployed: that it ended is no change of anything.
        var unsigned = await scene.SignAsync(application);

        (unsigned.State, unsigned.LoanId).ShouldBe((ApplicationState.Checked, ""));
        unsigned.Decisions.SelectMany(one => one.Decision.Findings).Where(finding => finding.Answer == Contracts.Policy.V1.Answer.NotMet)
            .Select(finding => $"{finding.Clause.Document} {finding.Clause.Item}").ShouldBe([WithoutOtherWork]);
        (await scene.CheckAsync(application)).State.ShouldBe(ApplicationState.Refused);
    }

    [Fact]
    public async Task Whom_the_registers_did_not_know_they_are_asked_about_again_as_no_event_can_be_told_of_them()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371481");
        var person = ApplicationScene.NewPerson();
        var application = await scene.UpToAsync(ApplicationState.Guaranteed, ApplicationScene.Graduate(person));
        application.Standings.ShouldHaveSingleItem().Known.ShouldBeFalse();

        await fixture.Registration.EmployAsync(person, PartnerOffice.NewCreditCode());

        (await scene.CheckAsync(application)).RefusalReason.ShouldBe($"不符合{WithoutOtherWork}");
    }

    [Fact]
    public async Task That_a_registration_ended_is_a_warning_and_what_was_established_at_the_application_stands()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371526");
        var (person, registration, application) = await QualifiedUnemployedAsync(scene);
        var key = await KeyAsync(person);

        await fixture.PublishAsync(Cancelled(registration, key, LoansFixture.Today));

        (await ChangedAsync(scene, application, changes: 1)).Changes[0].Kind.ShouldBe(StandingChangeKind.UnemploymentEnded);
        var guaranteed = await scene.GuaranteeAsync(application);
        (guaranteed.State, guaranteed.Changes.Count).ShouldBe((ApplicationState.Guaranteed, 1));
        (await scene.SignAsync(await scene.CheckAsync(guaranteed))).State.ShouldBe(ApplicationState.Contracted);
    }

    [Fact]
    public async Task A_hire_who_left_is_told_with_the_clause_of_the_quarterly_check()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371427");
        var (hire, own) = (ApplicationScene.NewPerson(), ApplicationScene.NewPerson());
        var firm = PartnerOffice.NewCreditCode();
        var employment = await fixture.Registration.EmployAsync(hire, firm);
        var application = await QualifiedFirmAsync(scene, firm, own, hire);
        application.Changes.ShouldBeEmpty();

        await fixture.PublishAsync(Ended(Guid.Parse(employment), await KeyAsync(hire), LoansFixture.Today));

        var change = (await ChangedAsync(scene, application, changes: 1)).Changes[0];
        (change.Person, change.Hire, change.Kind, change.On.ToDay(), change.Clause, change.DecidedAgain)
            .ShouldBe((0, 1, StandingChangeKind.HireLeft, LoansFixture.Today, "鲁财金〔2020〕25号 八", false));
    }

    [Fact]
    public async Task Events_in_any_order_and_more_than_once_come_to_the_same_standing()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371428");
        var (person, _, application) = await QualifiedUnemployedAsync(scene);
        var key = await KeyAsync(person);
        var (employment, enrolment, revoked) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (began, ended) = (Employed(employment, key, new(2020, 8, 20)), Ended(employment, key, new(2020, 8, 25)));
        var certified = Certified(enrolment, key, "虚构工种甲");

        // Ends first, all twice, the second time in other batches.
        object[] told = [ended, Revoked(revoked), ended, began, certified, Certified(revoked, key, "虚构工种乙")];
        await fixture.PublishAsync(told);
        await fixture.PublishAsync([.. told.Reverse()]);
        await fixture.PublishAsync(Employed(Guid.CreateVersion7(), key, new(2020, 8, 26)));

        var standing = (await ChangedAsync(scene, application, changes: 1)).Standings[0];
        await Eventually.IsTrueAsync(async () => (standing = (await scene.GetAsync(application.ApplicationId)).Standings[0]).Certificates.Count == 1 && standing.Work.Count == 1);
        standing.Work[0].EmployedOn.ToDay().ShouldBe(new DateOnly(2020, 8, 26));
        (standing.Certificates[0].Occupation, standing.Certificates[0].IssuedOn.ToDay()).ShouldBe(("虚构工种甲", new DateOnly(2020, 8, 28)));
        standing.ToldAt.ShouldNotBeNull();
        await Eventually.IsTrueAsync(async () => await fixture.ReadAsync<long>(
            "select count(*) from told_fact where id = any($1) and since is not null and until is not null and person_id is not null", new[] { employment, revoked }) == 2);
    }

    [Fact]
    public async Task The_hall_and_lists_are_told_nothing_of_anybody_s_standing()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "370827");
        var (_, _, application) = await QualifiedUnemployedAsync(scene);

        (await scene.Portal.GetApplicationAsync(new() { ApplicationId = application.ApplicationId })).Application.Standings.ShouldBeEmpty();
        (await scene.Office.ListApplicationsAsync(new() { Division = scene.Division })).Applications.ShouldAllBe(one => one.Standings.Count == 0);
        (await scene.Guarantor.GetApplicationAsync(new() { ApplicationId = application.ApplicationId })).Application.Standings.Count.ShouldBe(1);
    }

    private async Task<(SyntheticPerson Person, Guid Registration, LoanApplication Application)> QualifiedUnemployedAsync(ApplicationScene scene)
    {
        var person = ApplicationScene.NewPerson();
        var registration = Guid.Parse(await fixture.Registration.RegisterUnemployedAsync(person));
        var application = await scene.QualifyAsync(await scene.SubmitAsync(ApplicationScene.Of(person, BorrowerCategory.RegisteredUnemployed)));
        application.State.ShouldBe(ApplicationState.Qualified, application.RefusalReason);
        return (person, registration, application);
    }

    private static async Task<LoanApplication> QualifiedFirmAsync(ApplicationScene scene, string firm, SyntheticPerson owner, SyntheticPerson hire)
    {
        var request = scene.Personal(new Borrower { Name = owner.Name, IdNumber = owner.ResidentId, Papers = { ApplicationScene.Uploaded(LoanPaper.IdentityCard) } });
        (request.Kind, request.Firm) = (BorrowerKind.Enterprise, new BorrowingFirm
        {
            CreditCode = firm, Name = "虚构小微企业", Size = LoanFirmSize.Micro, Employees = 6, PriorLoans = new PriorLoans(),
            Papers = { ApplicationScene.Uploaded(LoanPaper.StaffRoster, LoanPaper.FinancialStatements) },
            Hires =
            {
                new Hire
                {
                    Name = hire.Name, IdNumber = hire.ResidentId, Category = BorrowerCategory.Graduate, ContractMonths = 12,
                    Papers = { ApplicationScene.Uploaded(LoanPaper.DiplomaOrStudentCard) },
                },
            },
        });
        var qualification = scene.Qualification((await scene.Portal.SubmitApplicationAsync(request)).Application);
        qualification.WageOrInsuranceArrears = false;
        var application = (await scene.Office.DecideQualificationAsync(qualification)).Application;
        application.State.ShouldBe(ApplicationState.Qualified, application.RefusalReason);
        return application;
    }

    private static async Task<LoanApplication> ChangedAsync(ApplicationScene scene, LoanApplication application, int changes)
    {
        var seen = application;
        await Eventually.IsTrueAsync(async () => (seen = await scene.GetAsync(application.ApplicationId)).Changes.Count == changes);
        return seen;
    }

    private async Task<Guid> KeyAsync(SyntheticPerson person)
    {
        var statuses = new PersonStatusService.PersonStatusServiceClient(fixture.Registration.Calls(null, "service"));
        var answer = await statuses.LookUpStatusesAsync(new() { Identities = { new PersonIdentity { IdDocumentType = "01", IdDocumentNumber = person.ResidentId } } });
        return Guid.Parse(answer.Statuses[0].PersonId);
    }

    private static UnemploymentCancelled Cancelled(Guid registration, Guid person, DateOnly on) =>
        new() { RegistrationId = registration, PersonId = person, Division = "370102", CancelledOn = on, ReasonCode = "21", BecameEmployed = false };

    private static EmploymentRegistered Employed(Guid id, Guid person, DateOnly on) => new()
    {
        EmploymentId = id, PersonId = person, Division = "370102", Urban = true, Type = "first", Manner = "unit", EmployedOn = on, Basis = "social_insurance", RegisteredOn = on,
        EmployerCode = "91370100MA0000007J", Sector = "tertiary", Industry = "", WasRegisteredUnemployed = false, WasInHardship = false, Sex = "2", BirthYear = 1985,
    };

    private static EmploymentEnded Ended(Guid id, Guid person, DateOnly on) =>
        new() { EmploymentId = id, PersonId = person, Division = "370102", Manner = "unit", EndedOn = on, RegisteredOn = on, ReasonCode = "" };

    private static PersonCertified Certified(Guid enrolment, Guid person, string occupation) =>
        new() { EnrolmentId = enrolment, PersonId = person, Division = "371502", OccupationName = occupation, IssuedOn = new(2020, 8, 28) };

    private static CertificateRevoked Revoked(Guid enrolment) =>
        new() { EnrolmentId = enrolment, BatchId = Guid.CreateVersion7(), Division = "371502", Category = "upgrading", RevokedOn = new(2020, 8, 31) };
}
