using System.Text;
using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using static Wenye.Registration.Host.Tests.Hardship.HardshipSteps;

namespace Wenye.Registration.Host.Tests.Hardship;

/// <summary>Who may call about recognitions, what they must say, what they see, and calls that meet.</summary>
public sealed class RecognitionCallsTests(HardshipFixture fixture)
{
    private const int Callers = 8;
    private static readonly DateOnly Monday = HardshipFixture.Monday;
    private readonly HardshipService.HardshipServiceClient caseworker = fixture.Agency(Monday, "370102", "caseworker").Hardship;
    private readonly HardshipService.HardshipServiceClient reviewer = fixture.Agency(Monday, "370102", "reviewer").Hardship;

    [Fact]
    public async Task One_live_recognition_a_category()
    {
        var registration = await fixture.RegisterAsync();
        await caseworker.ApplyForRecognitionAsync(Apply(registration));

        (await ErrorAsync(caseworker.ApplyForRecognitionAsync(Apply(registration)))).Reason().ShouldBe("RECOGNITION_EXISTS");
        (await caseworker.ApplyForRecognitionAsync(Apply(registration, HardshipCategory.Disabled))).Recognition.State.ShouldBe(RecognitionState.Applied);
    }

    [Fact]
    public async Task Of_many_applications_at_once_one_is_taken()
    {
        var registration = await fixture.RegisterAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => OutcomeAsync(caseworker.ApplyForRecognitionAsync(Apply(registration)))));

        outcomes.Count(status => status == StatusCode.OK).ShouldBe(1);
        outcomes.Count(status => status == StatusCode.FailedPrecondition).ShouldBe(Callers - 1);
    }

    [Fact]
    public async Task Of_many_confirmations_at_once_one_wins_and_is_told_of_once()
    {
        var id = (await fixture.PublicisedAsync(await fixture.RegisterAsync())).RecognitionId;
        var later = fixture.Agency(AfterPublicity, "370102", "reviewer").Hardship;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => OutcomeAsync(later.ConfirmRecognitionAsync(Confirm(id)))));

        outcomes.Count(status => status == StatusCode.OK).ShouldBe(1);
        outcomes.ShouldAllBe(status => status == StatusCode.OK || status == StatusCode.FailedPrecondition || status == StatusCode.Aborted);
        (await fixture.ReadAsync<long>("select count(*) from outbox where body::text like '%' || $1 || '%'", id)).ShouldBe(1);
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_other_content_is_told_apart()
    {
        var apply = Apply(await fixture.RegisterAsync(), evidence: Shows("zero_employment_family", "true"));
        var applied = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ => await caseworker.ApplyForRecognitionAsync(apply)));
        applied.Distinct().Count().ShouldBe(1);
        var id = applied[0].Recognition.RecognitionId;

        var review = Review(id);
        (await reviewer.ReviewRecognitionAsync(review)).ShouldBe(await reviewer.ReviewRecognitionAsync(review));
        var objection = HardshipSteps.Object(id);
        (await reviewer.RecordObjectionAsync(objection)).ShouldBe(await reviewer.RecordObjectionAsync(objection));
        (await reviewer.GetRecognitionAsync(new() { RecognitionId = id })).Recognition.Steps.Count.ShouldBe(3);

        objection.Objection = "另一虚构异议";
        (await ErrorAsync(reviewer.RecordObjectionAsync(objection))).Reason().ShouldBe("REQUEST_ID_REUSED");
    }

    [Theory]
    [InlineData("intake", true, false, true)]
    [InlineData("caseworker", true, false, true)]
    [InlineData("reviewer", false, true, true)]
    [InlineData("statistician", false, false, false)]
    [InlineData("importer", false, false, false)]
    public async Task Each_role_may_do_its_part(string role, bool mayApply, bool mayReview, bool mayRead)
    {
        var client = fixture.Agency(Monday, "370102", role).Hardship;
        var none = Guid.CreateVersion7().ToString();

        (await OutcomeAsync(client.ApplyForRecognitionAsync(Apply(none)))).ShouldBe(mayApply ? StatusCode.NotFound : StatusCode.PermissionDenied);
        (await OutcomeAsync(client.ReviewRecognitionAsync(Review(none)))).ShouldBe(mayReview ? StatusCode.NotFound : StatusCode.PermissionDenied);
        (await OutcomeAsync(client.RecordObjectionAsync(HardshipSteps.Object(none)))).ShouldBe(mayReview ? StatusCode.NotFound : StatusCode.PermissionDenied);
        (await OutcomeAsync(client.ConfirmRecognitionAsync(Confirm(none)))).ShouldBe(mayReview ? StatusCode.NotFound : StatusCode.PermissionDenied);
        (await OutcomeAsync(client.RevokeRecognitionAsync(Revoke(none)))).ShouldBe(mayReview ? StatusCode.NotFound : StatusCode.PermissionDenied);
        (await OutcomeAsync(client.GetRecognitionAsync(new() { RecognitionId = none }))).ShouldBe(mayRead ? StatusCode.NotFound : StatusCode.PermissionDenied);
        (await OutcomeAsync(client.ListRecognitionsAsync(new() { Division = "370102" }))).ShouldBe(mayRead ? StatusCode.OK : StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Another_division_sees_and_changes_nothing()
    {
        var registration = await fixture.RegisterAsync();
        var id = (await fixture.PublicisedAsync(registration)).RecognitionId;
        var other = fixture.Agency(Monday, "370103", "caseworker", "reviewer").Hardship;

        (await ErrorAsync(other.ApplyForRecognitionAsync(Apply(registration, HardshipCategory.Disabled)))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(other.ReviewRecognitionAsync(Review(id)))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(other.RecordObjectionAsync(HardshipSteps.Object(id)))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(other.ConfirmRecognitionAsync(Confirm(id)))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(other.RevokeRecognitionAsync(Revoke(id)))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(other.GetRecognitionAsync(new() { RecognitionId = id }))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(other.ListRecognitionsAsync(new() { Division = "370102" }))).Reason().ShouldBe("OTHER_DIVISION");
    }

    [Fact]
    public async Task Every_fault_of_a_request_comes_in_one_answer()
    {
        var apply = Apply(
            await fixture.RegisterAsync(), HardshipCategory.City,
            Shows("retirement_date", "2020年12月"), Shows("registered_unemployed", "true"), Shows("disabled", "true"), Shows("disabled", "true"));
        apply.Evidence[2].Source = "";
        apply.Evidence[3].ObtainedOn = new Date { Year = 2020, Month = 8, Day = 11 };
        apply.Handling = new Handling { Operator = "虚 构", OfficeId = "1" };

        var error = await ErrorAsync(caseworker.ApplyForRecognitionAsync(apply));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().ShouldBe(
            ["evidence[1].value", "evidence[2].fact", "evidence[3].source", "evidence[4].fact", "evidence[4].obtained_on", "AAE011", "office_id", "city_category"]);
        error.Violations().ShouldAllBe(violation => violation.Description.Contains('请') && !violation.Description.Contains("2020年12月"));
        (await ErrorAsync(caseworker.ApplyForRecognitionAsync(Apply("1")))).Fields().ShouldBe(["registration_id"]);
        (await ErrorAsync(caseworker.ApplyForRecognitionAsync(Apply("1", HardshipCategory.Unspecified)))).Fields().ShouldBe(["category"]);
        (await ErrorAsync(reviewer.ReviewRecognitionAsync(new() { RequestId = "x" }))).Fields().ShouldBe(["AAE011"]);
        (await ErrorAsync(reviewer.RecordObjectionAsync(new() { RequestId = "x", Handling = ByOffice }))).Fields().ShouldBe(["record"]);
        (await ErrorAsync(reviewer.RecordObjectionAsync(HardshipSteps.Object("1", new string('长', 201))))).Fields().ShouldBe(["objection"]);
        (await ErrorAsync(reviewer.RevokeRecognitionAsync(new() { RequestId = "x", Handling = ByOffice }))).Fields().ShouldBe(["reason"]);
        (await ErrorAsync(reviewer.ListRecognitionsAsync(new() { Division = "37", PageSize = 201, PageToken = "?" }))).Fields().ShouldBe(["division", "page_size", "page_token"]);
    }

    [Fact]
    public async Task Names_evidence_and_objections_are_masked_and_never_in_clear_at_rest()
    {
        var id = (await fixture.PublicisedAsync(await fixture.RegisterAsync(), HardshipCategory.Disabled, Shows("disabled", "true"))).RecognitionId;
        await reviewer.RecordObjectionAsync(HardshipSteps.Object(id));
        var seen = (await reviewer.GetRecognitionAsync(new() { RecognitionId = id })).Recognition;
        var masked = (await fixture.Agency(Monday, "370102", "intake").Hardship.GetRecognitionAsync(new() { RecognitionId = id })).Recognition;

        seen.Name.ShouldNotContain('*');
        masked.Name.ShouldContain('*');
        masked.Evidence.ShouldAllBe(one => one.Value == "***" && one.Source == "***");
        masked.Steps.ShouldAllBe(step => step.Note.Length == 0 || step.Note == "***");
        masked.Steps.ShouldAllBe(step => !step.Operator.Contains("经办人"));
        var rows = await fixture.ReadAsync<string>(
            """
            select concat((select string_agg(r::text, ' ') from recognition r where id = $1), (select string_agg(s::text, ' ') from recognition_step s where recognition_id = $1))
            """,
            Guid.Parse(id));
        foreach (var secret in (string[])[seen.Name, "虚构的异议", "虚构的比对结果", "虚构经办人"])
        {
            rows.ShouldNotContain(secret);
            rows.ShouldNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), Case.Insensitive);
        }
    }

    [Fact]
    public async Task The_list_is_paged_filtered_and_masked_for_everybody()
    {
        // A county of its own, so that other tests' people are not among them.
        var office = fixture.Agency(Monday, "370105", "caseworker", "reviewer").Hardship;
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var applied = await office.ApplyForRecognitionAsync(Apply(await fixture.RegisterAsync("370105"), HardshipCategory.Disabled, Shows("disabled", "true")));
            ids.Add(applied.Recognition.RecognitionId);
        }

        await office.ReviewRecognitionAsync(Review(ids[0]));
        await fixture.Agency(AfterPublicity, "370105", "reviewer").Hardship.ConfirmRecognitionAsync(Confirm(ids[0]));
        await office.ReviewRecognitionAsync(Review(ids[1]));

        var first = await office.ListRecognitionsAsync(new() { Division = "370105", PageSize = 2 });
        var second = await office.ListRecognitionsAsync(new() { Division = "370105", PageSize = 2, PageToken = first.NextPageToken });
        first.Recognitions.Concat(second.Recognitions).Select(one => one.RecognitionId).ShouldBe(ids);
        second.NextPageToken.ShouldBeEmpty();
        first.Recognitions.ShouldAllBe(one => one.Name.Contains('*') && one.Evidence.Count == 0 && one.Steps.Count == 0);

        async Task<IEnumerable<string>> ListedAsync(ListRecognitionsRequest request, HardshipService.HardshipServiceClient? client = null) =>
            (await (client ?? office).ListRecognitionsAsync(request)).Recognitions.Select(one => one.RecognitionId);
        (await ListedAsync(new() { Division = "370105", State = RecognitionState.Publicised })).ShouldBe([ids[1]]);
        (await ListedAsync(new() { Division = "370105", State = RecognitionState.Recognised })).ShouldBe([ids[0]]);
        (await ListedAsync(new() { Division = "370105", State = RecognitionState.Expired })).ShouldBeEmpty();
        (await ListedAsync(new() { Division = "370105", Category = HardshipCategory.Older })).ShouldBeEmpty();
        (await ListedAsync(new() { Division = "370105", ExpiresBefore = new Date { Year = 2021, Month = 8, Day = 18 } })).ShouldBe([ids[0]]);
        (await ListedAsync(new() { Division = "370105", ExpiresBefore = new Date { Year = 2021, Month = 8, Day = 17 } })).ShouldBeEmpty();
        var year = fixture.Agency(new DateOnly(2021, 8, 18), "370000", "reviewer").Hardship;
        (await ListedAsync(new() { Division = "370105", State = RecognitionState.Expired }, year)).ShouldBe([ids[0]]);
        (await ListedAsync(new() { Division = "370100", Category = HardshipCategory.Disabled, PageSize = 200 }, year)).ShouldContain(ids[2]);
        (await ListedAsync(new() { Division = "370000", Category = HardshipCategory.Disabled, PageSize = 200 }, year)).ShouldContain(ids[2]);
    }

    private static async Task<RpcException> ErrorAsync<T>(AsyncUnaryCall<T> call) => await Should.ThrowAsync<RpcException>(async () => await call);

    private static async Task<StatusCode> OutcomeAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return StatusCode.OK;
        }
        catch (RpcException error)
        {
            return error.StatusCode;
        }
    }
}
