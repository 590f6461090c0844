using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;

namespace Wenye.Registration.Host.Tests.Employments;

/// <summary>Bad input, warnings, repeats, and who may register whose employment.</summary>
public sealed class EmploymentInputTests(RegistrationFixture fixture)
{
    private readonly EmploymentOffice office = new(fixture);

    [Fact]
    public async Task An_empty_form_lacks_every_required_field_in_one_answer()
    {
        var error = await RefusedAsync(new RegisterEmploymentRequest { RequestId = "empty", Form = new EmploymentForm() });

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().ShouldBe(
        [
            "AAC003", "AAC004", "AAC058", "AAC044", "AAC067", "workplace_division", "urban", "type", "manner", "employed_on", "basis",
            "employer_name", "sector", "AAE011",
        ]);
    }

    [Fact]
    public async Task Everything_at_fault_is_told_at_once_without_the_values()
    {
        var request = EmploymentOffice.Request(Applications.NewPerson());
        request.Form.Name = "王 虚构";
        request.Form.MobilePhone = "1390000";
        request.Form.WorkplaceDivision = "370100";
        request.Form.Type = (EmploymentType)9;
        request.Form.EmployedOn = new Date { Year = 2020, Month = 2, Day = 30 };
        request.Form.EmployerCode = "91370100MAO000007J";
        request.Form.EmployerAddress = "";
        request.Form.Industry = "0111";
        request.Form.IncomeReachesMinimum = true;

        var error = await RefusedAsync(request);

        error.Fields().ShouldBe(
        [
            "AAC003", "AAC067", "workplace_division", "type", "employed_on", "employer_code", "employer_address", "industry", "income_reaches_minimum",
        ]);
        error.Violations().ShouldAllBe(violation => !violation.Description.Contains("虚构") && !violation.Description.Contains("MAO0") && violation.Description.Contains('请'));
        error.Violations().Single(violation => violation.Field == "industry").Description.ShouldContain("尚未载入");
    }

    [Fact]
    public async Task Flexible_work_has_no_employers_code()
    {
        var request = EmploymentOffice.Request(Applications.NewPerson(), EmploymentManner.Flexible);
        request.Form.EmployerCode = EmploymentOffice.EmployerCode;

        (await RefusedAsync(request)).Fields().ShouldBe(["employer_code"]);
    }

    [Theory]
    [InlineData("91370100MA0000007K")]
    [InlineData("91370100MA0000008J")]
    public async Task A_wrong_check_character_is_a_warning(string code)
    {
        var request = EmploymentOffice.Request(Applications.NewPerson());
        request.Form.EmployerCode = code;

        var answer = await office.Employments.RegisterEmploymentAsync(request);

        answer.Applied.ShouldBeTrue();
        answer.Warnings.ShouldHaveSingleItem().Field.ShouldBe("employer_code");
    }

    [Fact]
    public async Task Another_document_needs_the_day_of_birth_or_the_social_security_number()
    {
        var person = Applications.NewPerson();
        var request = EmploymentOffice.Request(person);
        request.Form.Identity = new PersonIdentity { IdDocumentType = "04", IdDocumentNumber = $"E{person.Phone[3..]}" };

        var incomplete = await office.Employments.RegisterEmploymentAsync(request);
        incomplete.EmploymentDecision.Outcome.ShouldBe(Outcome.Incomplete);
        incomplete.EmploymentDecision.MissingFacts.ShouldBe(["birth_date"]);

        request.RequestId = Applications.NewRequestId();
        request.Form.BirthDate = EmploymentOffice.Day(1985, 1, 15);
        (await office.Employments.RegisterEmploymentAsync(request)).Applied.ShouldBeTrue();
    }

    [Fact]
    public async Task A_person_under_sixteen_on_the_day_is_refused_with_the_clause()
    {
        var request = EmploymentOffice.Request(Applications.NewPerson());
        request.Form.Identity = new PersonIdentity { IdDocumentType = "04", IdDocumentNumber = "E00000001" };
        request.Form.BirthDate = EmploymentOffice.Day(2004, 8, 4);

        var answer = await office.Employments.RegisterEmploymentAsync(request);

        answer.Applied.ShouldBeFalse();
        answer.EmploymentDecision.Findings.ShouldContain(finding => finding.Answer == Answer.NotMet && finding.Clause.Item == "附件二");
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_other_content_is_refused()
    {
        var request = EmploymentOffice.Request(Applications.NewPerson());

        var first = await office.Employments.RegisterEmploymentAsync(request);
        (await office.Employments.RegisterEmploymentAsync(request)).ShouldBe(first);

        request.Form.EmployerName = "另一虚构单位";
        (await RefusedAsync(request)).StatusCode.ShouldBe(StatusCode.AlreadyExists);
    }

    [Fact]
    public async Task A_workplace_elsewhere_is_registered_only_for_a_person_registered_here()
    {
        var person = Applications.NewPerson();
        var request = EmploymentOffice.Request(person);
        request.Form.WorkplaceDivision = "370203";
        (await RefusedAsync(request)).Reason().ShouldBe("OTHER_DIVISION");

        await office.RegisterUnemployedAsync(person);
        var employment = await office.EmployAsync(request);

        var there = new EmploymentOffice(fixture, "370203");
        (await there.Employments.GetEmploymentAsync(new GetEmploymentRequest { EmploymentId = employment.EmploymentId })).Employment.ShouldBe(employment);
        var elsewhere = new EmploymentOffice(fixture, "370303");
        var denied = await Should.ThrowAsync<RpcException>(async () =>
            await elsewhere.Employments.GetEmploymentAsync(new GetEmploymentRequest { EmploymentId = employment.EmploymentId }));
        denied.Reason().ShouldBe("OTHER_DIVISION");
        (await Should.ThrowAsync<RpcException>(() => elsewhere.EndAsync(employment.EmploymentId))).Reason().ShouldBe("OTHER_DIVISION");
    }

    [Fact]
    public async Task Only_who_serves_may_register_and_intake_may_not_read()
    {
        var reviewer = new EmploymentOffice(fixture, "370102", "reviewer");
        var error = await Should.ThrowAsync<RpcException>(() => reviewer.EmployAsync(EmploymentOffice.Request(Applications.NewPerson())));
        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);

        var employment = await office.EmployAsync(EmploymentOffice.Request(Applications.NewPerson()));
        var intake = new EmploymentOffice(fixture, "370102", "intake");
        var unread = await Should.ThrowAsync<RpcException>(async () =>
            await intake.Employments.GetEmploymentAsync(new GetEmploymentRequest { EmploymentId = employment.EmploymentId }));
        unread.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Personal_fields_are_encrypted_at_rest_and_the_employers_are_not()
    {
        var person = Applications.NewPerson();
        var employment = await office.EmployAsync(EmploymentOffice.Request(person));
        var id = Guid.Parse(employment.EmploymentId);

        var row = await fixture.ReadAsync<string>("select e::text || coalesce(string_agg(s::text, ''), '') from employment e left join employment_step s on s.employment_id = e.id where e.id = $1 group by e.*", id);

        row.ShouldContain(EmploymentOffice.EmployerCode);
        foreach (var secret in new[] { person.Name, person.ResidentId, person.Phone, "虚构经办", "虚构的备注", "虚构路三号" })
        {
            row.ShouldNotContain(secret);
            row.ShouldNotContain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(secret)));
        }
    }

    private async Task<RpcException> RefusedAsync(RegisterEmploymentRequest request) =>
        await Should.ThrowAsync<RpcException>(async () => await office.Employments.RegisterEmploymentAsync(request));
}
