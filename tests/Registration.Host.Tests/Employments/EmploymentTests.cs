using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Host.Tests.Employments;

/// <summary>Employment registration (鲁人社字〔2020〕95号 附件三(三)3) and what it does to a registration as unemployed.</summary>
public sealed class EmploymentTests(RegistrationFixture fixture)
{
    private readonly EmploymentOffice office = new(fixture);

    [Theory]
    [InlineData(EmploymentManner.Unit, EmploymentBasis.SocialInsurance, "11")]
    [InlineData(EmploymentManner.Unit, EmploymentBasis.BusinessRegistration, "12")]
    [InlineData(EmploymentManner.IndividualBusiness, EmploymentBasis.BusinessRegistration, "12")]
    [InlineData(EmploymentManner.Flexible, EmploymentBasis.EmploymentRegistration, "13")]
    [InlineData(EmploymentManner.WelfarePost, EmploymentBasis.WelfarePostAgreement, "14")]
    public async Task Each_manner_ends_the_registration_with_its_code(EmploymentManner manner, EmploymentBasis basis, string code)
    {
        var person = Applications.NewPerson();
        var registrationId = await office.RegisterUnemployedAsync(person);
        var request = EmploymentOffice.Request(person, manner);
        request.Form.Basis = basis;

        var answer = await office.Employments.RegisterEmploymentAsync(request);

        answer.Applied.ShouldBeTrue();
        answer.Warnings.ShouldBeEmpty();
        answer.EmploymentDecision.Outputs["reason_code"].ShouldBe(code);
        answer.Decision.Program.ShouldBe("registration.deregistration");
        answer.EndedRegistration.RegistrationId.ShouldBe(registrationId);
        answer.EndedRegistration.Cancellation.ReasonCode.ShouldBe(code);
        answer.EndedRegistration.Cancellation.BecameEmployed.ShouldBeTrue();
        answer.EndedRegistration.Cancellation.CancelledOn.ShouldBe(EmploymentOffice.Day(2020, 8, 10));
        answer.Employment.WasRegisteredUnemployed.ShouldBeTrue();
        answer.Employment.Form.ShouldBe(request.Form);
    }

    [Fact]
    public async Task The_ended_registration_keeps_who_ended_it_and_both_ends_are_announced()
    {
        var person = Applications.NewPerson();
        var registrationId = await office.RegisterUnemployedAsync(person);

        var employment = await office.EmployAsync(EmploymentOffice.Request(person));

        var register = await office.Register.GetRegistrationAsync(new GetRegistrationRequest { RegistrationId = registrationId });
        register.Steps.Select(step => step.Kind).ShouldBe([RegistrationStepKind.Registered, RegistrationStepKind.Cancelled]);
        register.Steps[1].Agency.ShouldBe(office.Agency);
        register.Steps[1].Operator.ShouldBe("虚构经办");
        (await CountEventsAsync("UnemploymentCancelled", "RegistrationId", registrationId)).ShouldBe(1);
        (await CountEventsAsync("EmploymentRegistered", "EmploymentId", employment.EmploymentId)).ShouldBe(1);
    }

    [Fact]
    public async Task A_person_who_was_not_registered_is_employed_without_an_exit()
    {
        var answer = await office.Employments.RegisterEmploymentAsync(EmploymentOffice.Request(Applications.NewPerson()));

        answer.Applied.ShouldBeTrue();
        answer.EndedRegistration.ShouldBeNull();
        answer.Decision.ShouldBeNull();
        answer.Employment.WasRegisteredUnemployed.ShouldBeFalse();
    }

    [Fact]
    public async Task Flexible_work_below_the_subsistence_minimum_is_no_employment_and_changes_nothing()
    {
        var person = Applications.NewPerson();
        var registrationId = await office.RegisterUnemployedAsync(person);
        var request = EmploymentOffice.Request(person, EmploymentManner.Flexible);
        request.Form.IncomeReachesMinimum = false;

        var answer = await office.Employments.RegisterEmploymentAsync(request);

        answer.Applied.ShouldBeFalse();
        answer.Employment.ShouldBeNull();
        answer.EmploymentDecision.Findings.ShouldContain(finding =>
            finding.Answer == Answer.NotMet && finding.Clause.Document == "鲁人社字〔2020〕95号" && finding.Clause.Item == "附件一3");
        var register = await office.Register.GetRegistrationAsync(new GetRegistrationRequest { RegistrationId = registrationId });
        register.Registration.Cancellation.ShouldBeNull();
        (await office.Employments.RegisterEmploymentAsync(request)).ShouldBe(answer);
    }

    [Fact]
    public async Task An_income_nobody_established_is_asked_for_and_nothing_is_registered()
    {
        var person = Applications.NewPerson();
        var request = EmploymentOffice.Request(person, EmploymentManner.Flexible);
        request.Form.ClearIncomeReachesMinimum();

        var answer = await office.Employments.RegisterEmploymentAsync(request);

        answer.Applied.ShouldBeFalse();
        answer.EmploymentDecision.Outcome.ShouldBe(Outcome.Incomplete);
        answer.EmploymentDecision.MissingFacts.ShouldBe(["income_reaches_minimum"]);
        var found = await office.Employments.SearchEmploymentsAsync(new SearchEmploymentsRequest { Identity = EmploymentOffice.Identity(person) });
        found.Employments.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_may_work_for_two_employers_but_is_registered_once_with_each()
    {
        var person = Applications.NewPerson();
        await office.EmployAsync(EmploymentOffice.Request(person));
        var second = EmploymentOffice.Request(person);
        second.Form.EmployerCode = EmploymentOffice.OtherEmployerCode;
        await office.EmployAsync(second);

        var error = await Should.ThrowAsync<RpcException>(() => office.EmployAsync(EmploymentOffice.Request(person)));

        error.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        error.Reason().ShouldBe("ALREADY_EMPLOYED_THERE");
    }

    [Fact]
    public async Task After_the_end_of_employment_the_person_registers_as_unemployed_and_works_there_again()
    {
        var person = Applications.NewPerson();
        await office.RegisterUnemployedAsync(person);
        var employment = await office.EmployAsync(EmploymentOffice.Request(person));

        var ended = await office.EndAsync(employment.EmploymentId);
        var again = await office.RegisterUnemployedAsync(person);
        var next = await office.EmployAsync(EmploymentOffice.Request(person));

        ended.Employment.EndedOn.ShouldBe(EmploymentOffice.Day(2020, 8, 10));
        again.ShouldNotBeEmpty();
        next.EmploymentId.ShouldNotBe(employment.EmploymentId);
        next.PersonId.ShouldBe(employment.PersonId);
        (await CountEventsAsync("EmploymentEnded", "EmploymentId", employment.EmploymentId)).ShouldBe(1);
        (await fixture.ReadAsync<long>("select count(*) from employment_step where employment_id = $1", Guid.Parse(employment.EmploymentId))).ShouldBe(2);
    }

    [Fact]
    public async Task An_employment_ends_once_and_not_before_it_began()
    {
        var employment = await office.EmployAsync(EmploymentOffice.Request(Applications.NewPerson()));
        var early = EmploymentOffice.End(employment.EmploymentId);
        early.EndedOn = EmploymentOffice.Day(2020, 8, 2);
        (await Should.ThrowAsync<RpcException>(async () => await office.Employments.EndEmploymentAsync(early))).Fields().ShouldBe(["ended_on"]);

        var end = EmploymentOffice.End(employment.EmploymentId);
        var answer = await office.Employments.EndEmploymentAsync(end);
        (await office.Employments.EndEmploymentAsync(end)).ShouldBe(answer);

        (await Should.ThrowAsync<RpcException>(() => office.EndAsync(employment.EmploymentId))).Reason().ShouldBe("EMPLOYMENT_ENDED");
    }

    private Task<long> CountEventsAsync(string type, string key, string id) => fixture.ReadAsync<long>(
        "select count(*) from outbox where type like $1 and body ->> $2 = $3", $"%.{type},%", key, id);
}
