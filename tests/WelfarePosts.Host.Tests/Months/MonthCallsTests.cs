using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Host.Tests.Months;

/// <summary>Who may start, see and review months, and what is told of faulty requests.</summary>
public sealed class MonthCallsTests(WelfarePostsFixture fixture)
{
    [Fact]
    public async Task A_month_is_open_once_for_a_county_and_every_place_above_it()
    {
        var scene = await MonthScene.NewAsync(fixture, "371102");
        await scene.StateAsync(await scene.PlaceAsync());
        var request = Start(scene.County);
        var first = await scene.Office.StartMonthRunAsync(request);
        var run = await MonthScene.EndedAsync(scene.Office, first.Run.RunId);

        (await ErrorAsync(() => scene.Office.StartMonthRunAsync(Start(scene.County)))).Reason().ShouldBe("MONTH_RUN_OPEN");
        (await ErrorAsync(() => scene.Client(scene.City, Roles.WelfarePosts).StartMonthRunAsync(Start(scene.City)))).Reason().ShouldBe("MONTH_RUN_OPEN");
        await scene.Reviewer.ReviewMonthRunAsync(new() { RequestId = MonthScene.NewId(), RunId = run.RunId, RejectedBecause = "考勤待更正", Handling = MonthScene.By("虚构复核") });
        var other = await scene.RunAsync();
        (other.PayableFen, other.Hash).ShouldBe((2_330_00, run.Hash));
    }

    [Fact]
    public async Task The_same_request_starts_one_run_and_two_at_once_start_one()
    {
        var scene = await MonthScene.NewAsync(fixture, "371122");
        await scene.StateAsync(await scene.PlaceAsync());
        var (office, request) = (scene.Office, Start(scene.County));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await office.StartMonthRunAsync(request)).Run.RunId));

        answers.Distinct().ShouldHaveSingleItem();
        var run = await MonthScene.EndedAsync(office, answers[0]);
        var (reviewer, review) = (scene.Reviewer, Review(run));
        var reviewed = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => (await reviewer.ReviewMonthRunAsync(review)).Run.State));
        reviewed.ShouldAllBe(state => state == MonthRunState.Confirmed);
        (await fixture.ReadAsync<long>("select count(*) from payable where division = $1", scene.County)).ShouldBe(1);
        (await ErrorAsync(() => scene.Reviewer.ReviewMonthRunAsync(Review(run)))).Reason().ShouldBe("MONTH_RUN_STATE");
        review.RejectedBecause = "改为退回";
        (await ErrorAsync(() => reviewer.ReviewMonthRunAsync(review))).StatusCode.ShouldBeOneOf(StatusCode.AlreadyExists, StatusCode.FailedPrecondition, StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task Who_starts_does_not_review_and_what_was_read_is_what_is_confirmed()
    {
        var scene = await MonthScene.NewAsync(fixture, "371621");
        await scene.StateAsync(await scene.PlaceAsync());
        var both = new PostMonthService.PostMonthServiceClient(fixture.Calls(scene.County, Roles.WelfarePosts, Roles.WelfarePostsReviewer));
        var run = await scene.RunAsync();

        (await ErrorAsync(() => both.ReviewMonthRunAsync(Review(run)))).Reason().ShouldBe("DUTIES_NOT_SEPARATED");
        (await ErrorAsync(() => scene.Office.ReviewMonthRunAsync(Review(run)))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await ErrorAsync(() => scene.Reviewer.StartMonthRunAsync(Start(scene.County)))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var changed = Review(run);
        changed.Hash = "0";
        (await ErrorAsync(() => scene.Reviewer.ReviewMonthRunAsync(changed))).Reason().ShouldBe("MONTH_RUN_CHANGED");
        var unfunded = Review(run);
        unfunded.UrbanFund = Fund.Unspecified;
        (await ErrorAsync(() => scene.Reviewer.ReviewMonthRunAsync(unfunded))).Fields().ShouldBe(["urban_fund"]);
        (await scene.Office.GetMonthRunAsync(new() { RunId = run.RunId })).Run.State.ShouldBe(MonthRunState.Computed);
    }

    [Fact]
    public async Task The_operator_who_started_a_run_does_not_review_it_by_another_account()
    {
        var scene = await MonthScene.NewAsync(fixture, "371322");
        await scene.StateAsync(await scene.PlaceAsync());
        var agency = $"agency-{MonthScene.NewId()}";
        PostMonthService.PostMonthServiceClient Account(string role) => new(fixture.Service.Calls(fixture.Issuer.Token(agency, scene.County, role)));
        var started = await Account(Roles.WelfarePosts).StartMonthRunAsync(Start(scene.County));
        var run = await MonthScene.EndedAsync(scene.Office, started.Run.RunId);
        var review = Review(run);

        review.Handling = MonthScene.By();
        var refused = await ErrorAsync(() => Account(Roles.WelfarePostsReviewer).ReviewMonthRunAsync(review));

        (refused.StatusCode, refused.Reason()).ShouldBe((StatusCode.FailedPrecondition, "DUTIES_NOT_SEPARATED"));
        (await scene.Office.GetMonthRunAsync(new() { RunId = run.RunId })).Run.State.ShouldBe(MonthRunState.Computed);
        review.Handling = MonthScene.By("虚构复核");
        (await Account(Roles.WelfarePostsReviewer).ReviewMonthRunAsync(review)).Run.State.ShouldBe(MonthRunState.Confirmed);
    }

    [Fact]
    public async Task Lines_page_and_filter_and_show_every_finding()
    {
        var scene = await MonthScene.NewAsync(fixture, "371402");
        for (var i = 0; i < 3; i++)
        {
            await scene.StateAsync(await scene.PlaceAsync(), days: i);
        }

        var run = await scene.RunAsync();
        var page = await scene.Office.ListMonthLinesAsync(new() { RunId = run.RunId, PageSize = 2 });
        var rest = await scene.Office.ListMonthLinesAsync(new() { RunId = run.RunId, PageSize = 2, PageToken = page.NextPageToken });
        (page.Lines.Count, rest.Lines.Count, rest.NextPageToken).ShouldBe((2, 1, ""));
        (await scene.Office.ListMonthLinesAsync(new() { RunId = run.RunId, Outcome = Outcome.Refused })).Lines.ShouldHaveSingleItem();
        (await scene.Office.ListMonthLinesAsync(new() { RunId = run.RunId, EmployerId = scene.Employer.Id.ToString(), Division = scene.County })).Lines.Count.ShouldBe(3);
        (await scene.Office.ListMonthLinesAsync(new() { RunId = run.RunId, EmployerId = MonthScene.NewId() })).Lines.ShouldBeEmpty();
        (await scene.Office.ListMonthRunsAsync(new() { Month = MonthScene.August })).Runs.ShouldHaveSingleItem().RunId.ShouldBe(run.RunId);
        (await scene.Office.ListMonthRunsAsync(new() { State = MonthRunState.Confirmed })).Runs.ShouldBeEmpty();
        var line = await scene.Office.GetMonthLineAsync(new() { RunId = run.RunId, PlacementId = page.Lines[0].PlacementId });
        line.Replayed.ShouldBeTrue();
        line.Decisions.Select(one => one.Program).ShouldBe(["welfare_posts.exit", "welfare_posts.payment_check", "welfare_posts.subsidy"]);
        line.Decisions.ShouldAllBe(one => one.Findings.Count > 0);
        await fixture.Database.ReadAsync<long>(
            "with changed as (update post_month_line set amount_fen = amount_fen + 1 where run_id = $1 returning 1) select count(*) from changed", Guid.Parse(run.RunId));
        (await scene.Office.GetMonthLineAsync(new() { RunId = run.RunId, PlacementId = page.Lines[0].PlacementId })).Replayed.ShouldBeFalse();
    }

    [Fact]
    public async Task Of_a_citys_run_a_county_sees_its_own_lines()
    {
        var scene = await MonthScene.NewAsync(fixture, "371722");
        var placement = await scene.PlaceAsync();
        var city = scene.Client(scene.City, Roles.WelfarePosts);
        var started = await city.StartMonthRunAsync(Start(scene.City));
        var run = await MonthScene.EndedAsync(city, started.Run.RunId);
        var (own, other) = (scene.Office, scene.Client("371723", Roles.WelfarePosts));

        (await own.ListMonthLinesAsync(new() { RunId = run.RunId })).Lines.ShouldHaveSingleItem().PlacementId.ShouldBe(placement.Id.ToString());
        (await other.ListMonthLinesAsync(new() { RunId = run.RunId })).Lines.ShouldBeEmpty();
        (await ErrorAsync(() => other.ListMonthLinesAsync(new() { RunId = run.RunId, Division = scene.County }))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(() => other.GetMonthLineAsync(new() { RunId = run.RunId, PlacementId = placement.Id.ToString() }))).Reason().ShouldBe("OTHER_DIVISION");
        (await own.GetMonthLineAsync(new() { RunId = run.RunId, PlacementId = placement.Id.ToString() })).Replayed.ShouldBeTrue();
        (await ErrorAsync(() => own.GetMonthRunAsync(new() { RunId = run.RunId }))).Reason().ShouldBe("OTHER_DIVISION");
    }

    [Fact]
    public async Task Another_division_sees_nothing_and_every_fault_is_told()
    {
        var scene = await MonthScene.NewAsync(fixture, "371502");
        var placement = await scene.PlaceAsync();
        var run = await scene.RunAsync();
        var elsewhere = scene.Client("371602", Roles.WelfarePosts);

        (await ErrorAsync(() => elsewhere.GetMonthRunAsync(new() { RunId = run.RunId }))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(() => elsewhere.ListMonthLinesAsync(new() { RunId = run.RunId }))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(() => elsewhere.GetMonthLineAsync(new() { RunId = run.RunId, PlacementId = placement.Id.ToString() }))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(() => elsewhere.StartMonthRunAsync(Start(scene.County)))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(() => elsewhere.ListMonthRunsAsync(new() { Division = scene.County }))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(() => scene.Client("371602", Roles.WelfarePostsReviewer).ReviewMonthRunAsync(Review(run)))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(() => scene.Client(scene.County, Roles.PostPortal).GetMonthRunAsync(new() { RunId = run.RunId }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);

        var office = scene.Office;
        (await ErrorAsync(() => office.StartMonthRunAsync(new() { RequestId = "r", Division = "1", Month = "2020-13" }))).Fields().ShouldBe(["division", "month", "AAE011"]);
        (await ErrorAsync(() => office.StartMonthRunAsync(new() { RequestId = "r", Division = scene.County, Month = "2020-10", Handling = MonthScene.By() }))).Fields().ShouldBe(["month"]);
        (await ErrorAsync(() => office.GetMonthRunAsync(new() { RunId = "x" }))).Fields().ShouldBe(["run_id"]);
        (await ErrorAsync(() => office.GetMonthRunAsync(new() { RunId = MonthScene.NewId() }))).Reason().ShouldBe("MONTH_RUN_NOT_FOUND");
        (await ErrorAsync(() => office.GetMonthLineAsync(new() { RunId = run.RunId, PlacementId = MonthScene.NewId() }))).Reason().ShouldBe("MONTH_LINE_NOT_FOUND");
        (await ErrorAsync(() => office.ListMonthLinesAsync(new() { Outcome = (Outcome)9, Division = "1", EmployerId = "x", PageSize = 1001, PageToken = "x" })))
            .Fields().ShouldBe(["outcome", "division", "employer_id", "page_size", "page_token"]);
        (await ErrorAsync(() => office.ListMonthRunsAsync(new() { Division = "1", Month = "x", State = (MonthRunState)9, PageSize = -1 })))
            .Fields().ShouldBe(["division", "month", "state", "page_size"]);
        (await ErrorAsync(() => scene.Reviewer.ReviewMonthRunAsync(new() { RequestId = "r", RunId = run.RunId, RejectedBecause = new('长', 201), UrbanFund = Fund.LoanGuarantee })))
            .Fields().Distinct().ShouldBe(["rejected_because", "urban_fund", "AAE011"]);
    }

    private static StartMonthRunRequest Start(string division) =>
        new() { RequestId = MonthScene.NewId(), Division = division, Month = MonthScene.August, Handling = MonthScene.By() };

    private static ReviewMonthRunRequest Review(MonthRun run) =>
        new() { RequestId = MonthScene.NewId(), RunId = run.RunId, Hash = run.Hash, UrbanFund = Fund.EmploymentSubsidy, Handling = MonthScene.By("虚构复核") };

    private static Task<RpcException> ErrorAsync<T>(Func<AsyncUnaryCall<T>> call) => Should.ThrowAsync<RpcException>(async () => await call());
}
