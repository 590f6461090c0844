using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests;

/// <summary>One live registration a person across the province, one application at a time, and what our own registers prove.</summary>
public sealed class DuplicateTests(RegistrationFixture fixture)
{
    private const string Here = "370303";
    private const string There = "370602";

    [Fact]
    public async Task Someone_registered_elsewhere_is_told_so_at_intake_and_not_where()
    {
        var person = Applications.NewPerson();
        await fixture.RegisterAsync(There, person);

        var error = await Should.ThrowAsync<RpcException>(async () => await SubmitAsync(Here, Applications.Form(person, Here)));

        error.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        error.Reason().ShouldBe("ALREADY_REGISTERED");
        error.Status.Detail.ShouldContain("注销原登记");
        error.Status.Detail.ShouldNotContain(There);
    }

    [Fact]
    public async Task A_second_application_is_refused_while_the_first_is_pending_and_taken_after_a_rejection()
    {
        var person = Applications.NewPerson();
        var first = await SubmitAsync(There, Applications.Form(person, There));
        var byCard = Applications.Form(person, Here);
        (byCard.IdDocumentType, byCard.SocialSecurityNumber) = ("04", "");

        var pending = await Should.ThrowAsync<RpcException>(async () => await SubmitAsync(Here, byCard));
        pending.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        pending.Reason().ShouldBe("ALREADY_APPLIED");

        await fixture.Agency(There, "reviewer").Client.ReviewApplicationAsync(Applications.Reject(first, RejectionReason.IdentityMismatch));
        await SubmitAsync(Here, byCard);
    }

    [Fact]
    public async Task Of_two_offices_that_register_one_person_at_the_same_moment_one_wins_and_the_other_is_told() =>
        await OneWinsAsync(await Applications.RivalsAsync(
            (fixture.Agency(Here, "intake"), Here), (fixture.Agency(There, "intake"), There)));

    [Fact]
    public async Task So_it_is_when_one_knows_the_identity_card_and_the_other_the_social_security_card() =>
        await OneWinsAsync(await Applications.RivalsAsync(
            form =>
            {
                (form.IdDocumentType, form.SocialSecurityNumber) = ("04", "");
                return form;
            },
            (fixture.Agency(Here, "intake"), Here), (fixture.Agency(There, "intake"), There)));

    [Fact]
    public async Task Someone_in_work_by_the_register_cannot_be_approved_whatever_the_office_says()
    {
        var person = Applications.NewPerson();
        var registered = await fixture.RegisterAsync(There, person);
        await EndAsync(registered);
        await EmployAsync(registered);

        var submitted = await fixture.Agency(Here, "intake").Client.SubmitApplicationAsync(Applications.Submit(Applications.Form(person, Here)));
        submitted.Eligibility.Outcome.ShouldBe(Outcome.Refused);
        var answer = await fixture.Agency(Here, "reviewer").Client.ReviewApplicationAsync(Applications.Approve(submitted.Application.ApplicationId));

        answer.Applied.ShouldBeFalse();
        answer.Decision.Findings.ShouldContain(finding => finding.Fact == "employed" && finding.Answer == Answer.NotMet && finding.Clause.Item == "一(一)");
        answer.Application.State.ShouldBe(ApplicationState.PendingReview);
        (await fixture.ReadAsync<long>("select count(*) from registration where application_id = $1", Guid.Parse(submitted.Application.ApplicationId))).ShouldBe(0);
    }

    [Fact]
    public async Task Someone_who_draws_a_pension_cannot_be_approved_whatever_the_office_says()
    {
        var person = Applications.NewPerson();
        var insurance = fixture.Register("370000", "social-insurance");
        var recorded = await insurance.RecordPensionAsync(Services.Pension(person.ResidentId, new(2020, 8, 1)));
        recorded.Registration.ShouldBeNull();
        recorded.Decision.ShouldBeNull();

        var id = await SubmitAsync(Here, Applications.Form(person, Here));
        var answer = await fixture.Agency(Here, "reviewer").Client.ReviewApplicationAsync(Applications.Approve(id));

        answer.Applied.ShouldBeFalse();
        answer.Decision.Findings.ShouldContain(finding => finding.Fact == "receives_pension" && finding.Answer == Answer.NotMet);
    }

    private async Task OneWinsAsync(IReadOnlyList<string> rivals)
    {
        var offices = new[] { fixture.Agency(Here, "reviewer"), fixture.Agency(There, "reviewer") };
        var outcomes = await Task.WhenAll(rivals.Zip(offices, async (id, office) =>
        {
            try
            {
                return (await office.Client.ReviewApplicationAsync(Applications.Approve(id))).Applied ? "" : "refused";
            }
            catch (RpcException told)
            {
                return $"{told.StatusCode} {told.Reason()}";
            }
        }));

        outcomes.ShouldBe(["", "FailedPrecondition ALREADY_REGISTERED"], ignoreOrder: true);
        (await fixture.ReadAsync<long>("select count(*) from registration where application_id = any($1)", rivals.Select(Guid.Parse).ToArray())).ShouldBe(1);
    }

    private async Task<string> SubmitAsync(string division, ApplicationForm form) =>
        (await fixture.Agency(division, "intake").Client.SubmitApplicationAsync(Applications.Submit(form))).Application.ApplicationId;

    private async Task EndAsync(string registrationId) =>
        (await fixture.Register(There, "caseworker").CancelRegistrationAsync(Services.Cancel(registrationId, "24", new(2020, 8, 10)))).Applied.ShouldBeTrue();

    // As the register of employments keeps it, whatever it says of the work.
    private async Task EmployAsync(string registrationId)
    {
        var columns = await fixture.ReadAsync<string>(
            """
            select string_agg(format('%I', column_name), ',' order by ordinal_position) from information_schema.columns
            where table_name = 'employment' and is_nullable = 'NO' and column_default is null and column_name not in ('id', 'person_id') and is_generated = 'NEVER'
            """);
        var values = await fixture.ReadAsync<string>(
            """
            select string_agg(case data_type when 'uuid' then 'gen_random_uuid()' when 'date' then '''2020-08-10''' when 'boolean' then 'true'
                              when 'bytea' then '''''::bytea' when 'integer' then '1' when 'text' then '''370303''' else 'null' end, ',' order by ordinal_position)
            from information_schema.columns
            where table_name = 'employment' and is_nullable = 'NO' and column_default is null and column_name not in ('id', 'person_id') and is_generated = 'NEVER'
            """);
        await fixture.ReadAsync<Guid>(
            $"insert into employment (id, person_id, {columns}) select gen_random_uuid(), person_id, {values} from registration where id = $1 returning id",
            Guid.Parse(registrationId));
    }
}
