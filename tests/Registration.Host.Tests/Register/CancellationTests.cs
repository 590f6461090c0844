using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;
using Register = Wenye.Contracts.Registration.V1.UnemploymentRegisterService.UnemploymentRegisterServiceClient;

namespace Wenye.Registration.Host.Tests;

/// <summary>How a registration ends: 鲁人社字〔2020〕39号 二(一), 人社厅发〔2020〕79号 一(四).</summary>
public sealed class CancellationTests(RegistrationFixture fixture)
{
    private const string Division = "370702";
    private static readonly DateOnly Today = new(2020, 8, 10);
    private readonly Register office = fixture.Register(Division, "caseworker");

    [Fact]
    public async Task A_lawful_reason_ends_it_with_a_notice_that_cites_the_clause_and_the_person_is_told()
    {
        var person = Applications.NewPerson();
        var id = await fixture.RegisterAsync(Division, person);

        var request = Services.Cancel(id, "23", Today);
        var ended = await office.CancelRegistrationAsync(request);

        ended.Applied.ShouldBeTrue();
        ended.Registration.Cancellation.ReasonCode.ShouldBe("23");
        ended.Registration.Cancellation.NoticeRequired.ShouldBeTrue();
        ended.Registration.Cancellation.BecameEmployed.ShouldBeFalse();
        ended.Notice.ShouldContain(person.Name);
        ended.Notice.ShouldContain("鲁人社字〔2020〕39号 二(一)5");
        ended.Notice.ShouldContain("2020年8月10日");
        (await office.CancelRegistrationAsync(request)).ShouldBe(ended);

        var told = await office.RecordNoticeAsync(Services.Notice(id, Today));
        told.Registration.Cancellation.NotifiedOn.Day().ShouldBe(Today);
        var history = await office.GetRegistrationAsync(new GetRegistrationRequest { RegistrationId = id });
        history.Steps.Select(step => (step.Kind, step.Note)).ShouldBe(
        [
            (RegistrationStepKind.Registered, ""),
            (RegistrationStepKind.Cancelled, "虚构的核实情况"),
            (RegistrationStepKind.Notified, "短信"),
        ]);
        history.Steps[1].Operator.ShouldBe("测经办");
        (await Should.ThrowAsync<RpcException>(async () => await office.RecordNoticeAsync(Services.Notice(id, Today)))).Reason().ShouldBe("NO_NOTICE_DUE");
    }

    [Fact]
    public async Task Who_died_or_is_in_prison_is_not_told()
    {
        var id = await fixture.RegisterAsync(Division);

        var ended = await office.CancelRegistrationAsync(Services.Cancel(id, "26", Today));

        ended.Applied.ShouldBeTrue();
        ended.Notice.ShouldBeEmpty();
        (await Should.ThrowAsync<RpcException>(async () => await office.RecordNoticeAsync(Services.Notice(id, Today)))).Reason().ShouldBe("NO_NOTICE_DUE");
    }

    [Theory]
    [InlineData("31", 2020, 8, 4, true)]
    [InlineData("31", 2020, 8, 5, false)]
    [InlineData("32", 2020, 8, 4, true)]
    [InlineData("32", 2020, 8, 5, false)]
    public async Task Refused_services_and_lost_contact_alone_end_no_registration_since_5_August_2020(string reason, int year, int month, int day, bool lawful)
    {
        var on = new DateOnly(year, month, day);
        var replica = fixture.On(on, Division, "intake", "reviewer", "caseworker");
        var form = Applications.Form(division: Division);
        form.AppliedOn = $"{on:yyyyMMdd}";
        var applications = new RegistrationService.RegistrationServiceClient(replica);
        var application = (await applications.SubmitApplicationAsync(Applications.Submit(form))).Application.ApplicationId;
        var id = (await applications.ReviewApplicationAsync(Applications.Approve(application))).Application.RegistrationId;

        var answer = await new Register(replica).CancelRegistrationAsync(Services.Cancel(id, reason, on));

        answer.Applied.ShouldBe(lawful);
        (answer.Registration.Cancellation is not null).ShouldBe(lawful);
        if (!lawful)
        {
            answer.Decision.Outcome.ShouldBe(Outcome.Refused);
            answer.Decision.Findings.ShouldContain(finding =>
                finding.Answer == Answer.NotMet && finding.Clause.Document == "人社厅发〔2020〕79号" && finding.Clause.Item == "一(四)");
            answer.Notice.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Other_reasons_are_the_citys_to_set_and_incomplete_until_then()
    {
        var id = await fixture.RegisterAsync(Division);

        var answer = await office.CancelRegistrationAsync(Services.Cancel(id, "90", Today));

        answer.Applied.ShouldBeFalse();
        answer.Decision.Outcome.ShouldBe(Outcome.Incomplete);
        answer.Decision.MissingFacts.ShouldBe(["registration.other_deregistration_grounds"]);
    }

    [Theory]
    [InlineData("11")]
    [InlineData("12")]
    [InlineData("13")]
    [InlineData("14")]
    public async Task Who_found_work_is_registered_as_employed_instead(string reason)
    {
        var id = await fixture.RegisterAsync(Division);

        var error = await Should.ThrowAsync<RpcException>(async () => await office.CancelRegistrationAsync(Services.Cancel(id, reason, Today)));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Violations().ShouldHaveSingleItem().Field.ShouldBe("AJC00A");
        error.Violations()[0].Description.ShouldContain("EmploymentService");
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_and_nothing_changes()
    {
        var id = await fixture.RegisterAsync(Division);
        var request = Services.Cancel(id, "99", Today.AddDays(1));
        request.Grounds = "";
        request.Handling = new Handling { OfficeId = "x" };

        var error = await Should.ThrowAsync<RpcException>(async () => await office.CancelRegistrationAsync(request));
        error.Fields().ShouldBe(["ADC210", "AJC00A", "AAE011", "grounds", "office_id"], ignoreOrder: true);
        var early = await Should.ThrowAsync<RpcException>(async () => await office.CancelRegistrationAsync(Services.Cancel(id, "26", Today.AddDays(-1))));
        early.Fields().ShouldBe(["ADC210"]);

        (await office.GetRegistrationAsync(new() { RegistrationId = id })).Registration.Cancellation.ShouldBeNull();
        (await Should.ThrowAsync<RpcException>(async () => await office.RecordNoticeAsync(Services.Notice(id, Today)))).Reason().ShouldBe("NO_NOTICE_DUE");
    }

    [Fact]
    public async Task The_exit_record_needs_a_social_security_number_that_the_papers_do_not_tell()
    {
        var id = await fixture.RegisterAsync(Division, change: form =>
        {
            (form.IdDocumentType, form.IdDocumentNumber, form.SocialSecurityNumber) = ("05", $"E{form.MobilePhone[3..]}", "");
            (form.Sex, form.AppliedOn) = ("1", "20200810");
        }, bornOn: new(1990, 2, 28));
        var request = Services.Cancel(id, "24", Today);

        (await Should.ThrowAsync<RpcException>(async () => await office.CancelRegistrationAsync(request))).Fields().ShouldBe(["AAC002"]);
        request.SocialSecurityNumber = "37010219900228123X";
        (await Should.ThrowAsync<RpcException>(async () => await office.CancelRegistrationAsync(request))).Fields().ShouldBe(["AAC002"]);
        request.SocialSecurityNumber = "H00000000001";
        (await office.CancelRegistrationAsync(request)).Applied.ShouldBeTrue();
    }

    [Fact]
    public async Task It_ends_once_though_many_try_at_once()
    {
        var id = await fixture.RegisterAsync(Division);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                return (await office.CancelRegistrationAsync(Services.Cancel(id, "26", Today))).Applied ? StatusCode.OK : StatusCode.Unknown;
            }
            catch (RpcException told)
            {
                return told.StatusCode;
            }
        }));

        outcomes.Count(status => status == StatusCode.OK).ShouldBe(1);
        outcomes.ShouldAllBe(status => status == StatusCode.OK || status == StatusCode.Aborted || status == StatusCode.FailedPrecondition);
        (await fixture.ReadAsync<long>("select count(*) from registration_step where registration_id = $1", Guid.Parse(id))).ShouldBe(2);
    }

    [Fact]
    public async Task Another_division_and_another_role_may_not()
    {
        var id = await fixture.RegisterAsync(Division);

        var elsewhere = await Should.ThrowAsync<RpcException>(
            async () => await fixture.Register("370703", "caseworker").CancelRegistrationAsync(Services.Cancel(id, "26", Today)));
        elsewhere.Reason().ShouldBe("OTHER_DIVISION");
        var reviewer = await Should.ThrowAsync<RpcException>(
            async () => await fixture.Register(Division, "reviewer").CancelRegistrationAsync(Services.Cancel(id, "26", Today)));
        reviewer.Reason().ShouldBe("PERMISSION_MISSING");
        (await Should.ThrowAsync<RpcException>(async () => await office.CancelRegistrationAsync(Services.Cancel(Guid.CreateVersion7().ToString(), "26", Today))))
            .StatusCode.ShouldBe(StatusCode.NotFound);
    }
}
