using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Testing;
using static Wenye.Registration.Host.Tests.Hardship.HardshipSteps;

namespace Wenye.Registration.Host.Tests.Hardship;

/// <summary>A recognition from its application to its end.</summary>
public sealed class RecognitionWayTests(HardshipFixture fixture)
{
    private static readonly DateOnly Monday = HardshipFixture.Monday;
    private readonly HardshipService.HardshipServiceClient caseworker = fixture.Agency(Monday, "370102", "caseworker").Hardship;
    private readonly HardshipService.HardshipServiceClient reviewer = fixture.Agency(Monday, "370102", "reviewer").Hardship;
    private readonly HardshipService.HardshipServiceClient later = fixture.Agency(AfterPublicity, "370102", "reviewer").Hardship;

    [Fact]
    public async Task A_person_is_recognised_after_publicity_until_the_day_the_city_set()
    {
        var registration = await fixture.RegisterAsync();
        var applied = await caseworker.ApplyForRecognitionAsync(Apply(registration));
        applied.Recognition.State.ShouldBe(RecognitionState.Applied);
        applied.Decision.Outcome.ShouldBe(Outcome.Incomplete);
        applied.Decision.MissingFacts.ShouldBe(["zero_employment_family"]);
        var id = applied.Recognition.RecognitionId;

        var reviewed = await reviewer.ReviewRecognitionAsync(Review(id, Shows("zero_employment_family", "true")));
        reviewed.Decision.Outcome.ShouldBe(Outcome.Granted);
        reviewed.Decision.Findings.ShouldContain(finding => finding.Clause.Document == "鲁人社字〔2020〕36号" && finding.Clause.Item == "第八条");
        reviewed.Recognition.State.ShouldBe(RecognitionState.Publicised);
        reviewed.Recognition.PublicisedFrom.Day().ShouldBe(Monday);
        reviewed.Recognition.PublicisedTo.Day().ShouldBe(new DateOnly(2020, 8, 17));
        (await fixture.IsRecognisedAsync(reviewed.Recognition.PersonId, AfterPublicity)).ShouldBeFalse();

        var recognised = (await later.ConfirmRecognitionAsync(Confirm(id))).Recognition;
        recognised.State.ShouldBe(RecognitionState.Recognised);
        recognised.RecognisedOn.Day().ShouldBe(AfterPublicity);
        recognised.ExpiresOn.Day().ShouldBe(new DateOnly(2021, 8, 17));
        recognised.Steps.Select(step => step.State).ShouldBe([RecognitionState.Applied, RecognitionState.Publicised, RecognitionState.Recognised]);
        recognised.Steps[^1].Operator.ShouldBe("虚构经办人");
        recognised.Steps[^1].Note.ShouldBe("虚构备注");
        recognised.Steps[^1].Division.ShouldBe("370102");
        (await fixture.IsRecognisedAsync(recognised.PersonId, AfterPublicity)).ShouldBeTrue();
        (await fixture.IsRecognisedAsync(recognised.PersonId, AfterPublicity.AddDays(-1))).ShouldBeFalse();
        (await fixture.IsRecognisedAsync(recognised.PersonId, new DateOnly(2021, 8, 18))).ShouldBeFalse();
        (await EventsAsync("HardshipRecognised", id)).ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_citys_figures_nobody_is_recognised()
    {
        var registration = await fixture.RegisterAsync("370202");
        var office = fixture.Agency(Monday, "370202", "caseworker", "reviewer").Hardship;
        var applied = await office.ApplyForRecognitionAsync(Apply(registration, HardshipCategory.Disabled, Shows("disabled", "true")));

        var reviewed = await office.ReviewRecognitionAsync(Review(applied.Recognition.RecognitionId));

        reviewed.Decision.Outcome.ShouldBe(Outcome.Incomplete);
        reviewed.Decision.MissingFacts.ShouldBe(
            ["registration.hardship_publicity_working_days", "registration.hardship_valid_months"], ignoreOrder: true);
        reviewed.Recognition.State.ShouldBe(RecognitionState.Applied);
    }

    [Fact]
    public async Task A_refused_review_changes_nothing_and_further_evidence_may_follow()
    {
        var applied = await caseworker.ApplyForRecognitionAsync(Apply(await fixture.RegisterAsync(), evidence: Shows("zero_employment_family", "false")));
        applied.Decision.Outcome.ShouldBe(Outcome.Refused);
        var id = applied.Recognition.RecognitionId;

        var refused = await reviewer.ReviewRecognitionAsync(Review(id));
        refused.Decision.Outcome.ShouldBe(Outcome.Refused);
        refused.Recognition.State.ShouldBe(RecognitionState.Applied);
        refused.Recognition.PublicisedFrom.ShouldBeNull();

        var granted = await reviewer.ReviewRecognitionAsync(Review(id, Shows("zero_employment_family", "true")));
        granted.Recognition.State.ShouldBe(RecognitionState.Publicised);
        granted.Recognition.Evidence.Select(one => one.Value).ShouldBe(["false", "true"]);
    }

    [Fact]
    public async Task A_broken_commitment_refuses()
    {
        var applied = await caseworker.ApplyForRecognitionAsync(Apply(
            await fixture.RegisterAsync(), HardshipCategory.ZeroEmploymentFamily, Shows("zero_employment_family", "true"), Shows("commitment_broken", "true")));

        applied.Decision.Outcome.ShouldBe(Outcome.Refused);
        applied.Decision.Findings.ShouldContain(finding => finding.Answer == Answer.NotMet && finding.Clause.Item == "五(三)");
    }

    [Fact]
    public async Task The_register_knows_age_sex_and_how_long_out_of_work()
    {
        var registration = await fixture.RegisterAsync();

        var older = await caseworker.ApplyForRecognitionAsync(Apply(registration, HardshipCategory.Older));
        var longUnemployed = await caseworker.ApplyForRecognitionAsync(Apply(registration, HardshipCategory.LongUnemployed));

        older.Decision.MissingFacts.ShouldNotContain("birth_date");
        older.Decision.MissingFacts.ShouldNotContain("sex");
        longUnemployed.Decision.Outcome.ShouldBe(Outcome.Refused); // since 2020-07-15
        longUnemployed.Decision.Findings.ShouldContain(finding => finding.Answer == Answer.NotMet && finding.Clause.Item == "第三条");
    }

    [Fact]
    public async Task Retirement_ends_what_its_age_defines()
    {
        // Born in 1965: 55 on the Monday, whether woman or man.
        var person = Enumerable.Range(345_000, 1_000).Select(SyntheticPeople.Person).First(one => one.BirthDate < new DateOnly(1965, 8, 1));
        var registration = await fixture.RegisterAsync(person: person);

        var recognised = await fixture.RecognisedAsync(registration, HardshipCategory.Older, Shows("retirement_date", "2020-12-01"));

        recognised.ExpiresOn.Day().ShouldBe(new DateOnly(2020, 11, 30));
    }

    [Fact]
    public async Task The_citys_own_category_is_asked_by_its_name()
    {
        var registration = await fixture.RegisterAsync();
        var request = Apply(registration, HardshipCategory.City, Shows("in_city_category", "true"));
        request.CityCategory = "市里没有的类别";
        (await caseworker.ApplyForRecognitionAsync(request)).Decision.Outcome.ShouldBe(Outcome.Refused);

        request = Apply(registration, HardshipCategory.City, Shows("in_city_category", "true"));
        request.CityCategory = "技能水平低人员";
        (await caseworker.ApplyForRecognitionAsync(request)).Decision.Outcome.ShouldBe(Outcome.Granted);
    }

    [Fact]
    public async Task Publicity_runs_to_its_last_day()
    {
        var publicised = await fixture.PublicisedAsync(await fixture.RegisterAsync());

        await Should_failAsync(reviewer.ConfirmRecognitionAsync(Confirm(publicised.RecognitionId)), "PUBLICITY_RUNNING");
        var last = fixture.Agency(AfterPublicity.AddDays(-1), "370102", "reviewer").Hardship;
        await Should_failAsync(last.ConfirmRecognitionAsync(Confirm(publicised.RecognitionId)), "PUBLICITY_RUNNING");
    }

    [Fact]
    public async Task An_objection_blocks_until_it_is_found_wrong()
    {
        var id = (await fixture.PublicisedAsync(await fixture.RegisterAsync())).RecognitionId;
        await Should_failAsync(reviewer.RecordObjectionAsync(Inquiry(id, upheld: false)), "NO_OBJECTION");
        var objected = (await reviewer.RecordObjectionAsync(HardshipSteps.Object(id))).Recognition;
        objected.State.ShouldBe(RecognitionState.Publicised);
        objected.Steps[^1].Note.ShouldBe("虚构的异议：家中有人就业");

        await Should_failAsync(later.ConfirmRecognitionAsync(Confirm(id)), "OBJECTION_OPEN");
        await later.RecordObjectionAsync(Inquiry(id, upheld: false));

        (await later.ConfirmRecognitionAsync(Confirm(id))).Recognition.State.ShouldBe(RecognitionState.Recognised);
    }

    [Fact]
    public async Task An_objection_found_right_refuses()
    {
        var publicised = await fixture.PublicisedAsync(await fixture.RegisterAsync());
        var id = publicised.RecognitionId;
        await reviewer.RecordObjectionAsync(HardshipSteps.Object(id));

        var refused = (await reviewer.RecordObjectionAsync(Inquiry(id, upheld: true))).Recognition;

        refused.State.ShouldBe(RecognitionState.Refused);
        await Should_failAsync(later.ConfirmRecognitionAsync(Confirm(id)), "ILLEGAL_STATE");
        (await fixture.IsRecognisedAsync(publicised.PersonId, AfterPublicity)).ShouldBeFalse();
        (await EventsAsync("HardshipRecognised", id)).ShouldBe(0);
    }

    [Fact]
    public async Task It_expires_by_its_day_and_the_person_may_apply_again()
    {
        var registration = await fixture.RegisterAsync();
        var recognised = await fixture.RecognisedAsync(registration);
        var year = fixture.Agency(new DateOnly(2021, 8, 18), "370102", "caseworker", "reviewer").Hardship;

        (await year.GetRecognitionAsync(new() { RecognitionId = recognised.RecognitionId })).Recognition.State.ShouldBe(RecognitionState.Expired);
        await Should_failAsync(year.RevokeRecognitionAsync(Revoke(recognised.RecognitionId)), "ILLEGAL_STATE");
        var again = await year.ApplyForRecognitionAsync(Apply(registration, evidence: Shows("zero_employment_family", "true")));

        again.Recognition.State.ShouldBe(RecognitionState.Applied);
        var ended = (await year.GetRecognitionAsync(new() { RecognitionId = recognised.RecognitionId })).Recognition;
        ended.State.ShouldBe(RecognitionState.Expired);
        ended.Steps[^1].State.ShouldBe(RecognitionState.Expired);
    }

    [Fact]
    public async Task A_revoked_recognition_no_longer_counts()
    {
        var recognised = await fixture.RecognisedAsync(await fixture.RegisterAsync());

        var revoked = (await later.RevokeRecognitionAsync(Revoke(recognised.RecognitionId))).Recognition;

        revoked.State.ShouldBe(RecognitionState.Revoked);
        revoked.Steps[^1].Note.ShouldBe("虚构的撤销原因");
        (await fixture.IsRecognisedAsync(recognised.PersonId, AfterPublicity)).ShouldBeFalse();
        (await EventsAsync("HardshipEnded", recognised.RecognitionId)).ShouldBe(1);
        await Should_failAsync(later.RevokeRecognitionAsync(Revoke(recognised.RecognitionId)), "ILLEGAL_STATE");
    }

    [Fact]
    public async Task The_end_of_the_registration_stops_what_is_not_confirmed_and_not_what_is()
    {
        var first = await fixture.RegisterAsync();
        var second = await fixture.RegisterAsync();
        var recognised = await fixture.RecognisedAsync(first);
        var publicised = await fixture.PublicisedAsync(second);
        await fixture.ReadAsync<long>(
            "with ended as (update registration set cancelled_on = '2020-08-18' where id = any($1) returning 1) select count(*) from ended",
            new[] { Guid.Parse(first), Guid.Parse(second) });

        await Should_failAsync(later.ConfirmRecognitionAsync(Confirm(publicised.RecognitionId)), "REGISTRATION_ENDED");
        await Should_failAsync(caseworker.ApplyForRecognitionAsync(Apply(second, HardshipCategory.Disabled)), "REGISTRATION_ENDED");
        (await fixture.IsRecognisedAsync(recognised.PersonId, AfterPublicity.AddDays(1))).ShouldBeTrue();
    }

    private static async Task Should_failAsync<T>(AsyncUnaryCall<T> call, string reason)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await call);
        error.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        error.Reason().ShouldBe(reason);
    }

    private Task<long> EventsAsync(string type, string recognitionId) => fixture.ReadAsync<long>(
        "select count(*) from outbox where type like '%' || $1 || '%' and body::text like '%' || $2 || '%'", type, recognitionId);
}
