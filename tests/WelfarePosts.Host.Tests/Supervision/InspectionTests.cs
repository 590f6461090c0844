using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Host.Tests.Posts;

namespace Wenye.WelfarePosts.Host.Tests.Supervision;

/// <summary>监督检查 and 按季度报送.</summary>
public sealed class InspectionTests(WelfarePostsFixture fixture)
{
    [Fact]
    public async Task An_inspection_is_decided_by_what_was_found_and_kept()
    {
        var scene = await new SupervisionScene(fixture, "370902").StartAsync();
        var (placement, _) = await scene.PlaceAsync();
        var request = Inspection(scene, new()
        {
            ProtectsWorkers = true, KeepsAttendance = true, ReportsLeavers = false, AcceptsSupervision = true, Appraises = true, FavoursRelatives = false, RotatesPosts = false,
        });
        (request.PostId, request.PlacementId) = (scene.Post.PostId, placement.Id.ToString());
        var recorded = (await PostOffice.SameAsync(async () => await scene.Calls.RecordInspectionAsync(request))).Inspection;

        recorded.Decisions.Select(one => (one.Program, one.Outcome)).ShouldBe(
            [("welfare_posts.employer_duties", Outcome.Refused), ("welfare_posts.fair_use", Outcome.Incomplete)]);
        recorded.Decisions[0].Findings.Single(finding => finding.Answer == Answer.NotMet).Clause.Item.ShouldBe("第二十一条");
        recorded.Decisions[1].MissingFacts.ShouldBe(["pays_without_duties"]);

        var whole = (await scene.Calls.RecordInspectionAsync(Inspection(scene, new()))).Inspection;
        var listed = new List<Inspection>();
        var list = new ListInspectionsRequest { EmployerId = request.EmployerId, PageSize = 1 };
        do
        {
            var page = await scene.Calls.ListInspectionsAsync(list);
            listed.AddRange(page.Inspections);
            list.PageToken = page.NextPageToken;
        }
        while (list.PageToken.Length > 0);

        listed.ShouldBe([recorded, whole], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_inspected_belongs_together_and_to_the_callers_place()
    {
        var scene = await new SupervisionScene(fixture, "370911").StartAsync();
        var other = await new SupervisionScene(fixture, "370921").StartAsync();
        (await RefusalAsync(() => other.Calls.RecordInspectionAsync(Inspection(scene, new())))).Reason().ShouldBe("OTHER_DIVISION");
        var mixed = Inspection(scene, new());
        mixed.PostId = other.Post.PostId;
        (await RefusalAsync(() => scene.Calls.RecordInspectionAsync(mixed))).Reason().ShouldBe("EMPLOYER_NOT_FOUND");
        (await EmployerTests.FieldsAsync(async () => await scene.Calls.RecordInspectionAsync(
            new() { PostId = "x", PlacementId = "x", InspectedOn = WelfarePostsFixture.Today.AddDays(1).ToContract() })))
            .ShouldBe(["employer_id", "post_id", "placement_id", "inspected_on", "findings", "AAE011"]);
        (await EmployerTests.FieldsAsync(async () => await scene.Calls.ListInspectionsAsync(new() { Division = "x", EmployerId = "x", PageSize = 101, PageToken = "x" })))
            .ShouldBe(["division", "employer_id", "page_size", "page_token"]);
        var reviewer = new SupervisionService.SupervisionServiceClient(fixture.Calls("370911", Roles.WelfarePostsReviewer));
        (await RefusalAsync(() => reviewer.RecordInspectionAsync(Inspection(scene, new())))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await reviewer.ListInspectionsAsync(new())).Inspections.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_quarter_counts_who_was_there_came_left_and_stayed_by_kind_and_group()
    {
        var scene = await new SupervisionScene(fixture, "370923").StartAsync();
        await scene.PlaceAsync();
        await scene.PlaceAsync(from: new(2020, 7, 1));
        await scene.PlaceAsync(from: new(2020, 7, 15), to: new(2020, 8, 31), ground: ExitGround.Employed);
        await scene.PlaceAsync(to: new(2020, 9, 30), ground: ExitGround.Resigned);
        await scene.PlaceAsync(to: new(2020, 6, 30));

        var report = await scene.Calls.GetQuarterReportAsync(new() { Year = 2020, Quarter = 3 });
        var line = report.Lines.ShouldHaveSingleItem();
        (line.Kind, line.Group).ShouldBe((PostKind.Urban, HardshipGroup.RegisteredPoor));
        (line.InPostAtStart, line.Placed, line.Left, line.FoundWork, line.InPostAtEnd).ShouldBe((2, 2, 2, 1, 2));
        report.Money.ShouldBeEmpty();
        var before = (await scene.Calls.GetQuarterReportAsync(new() { Year = 2020, Quarter = 2 })).Lines.ShouldHaveSingleItem();
        (before.InPostAtStart, before.Placed, before.Left, before.InPostAtEnd).ShouldBe((0, 3, 1, 2));
        (await EmployerTests.FieldsAsync(async () => await scene.Calls.GetQuarterReportAsync(new() { Division = "x" }))).ShouldBe(["division", "year", "quarter"]);
        (await RefusalAsync(() => scene.Calls.GetQuarterReportAsync(new() { Division = "370902", Year = 2020, Quarter = 1 }))).Reason().ShouldBe("OTHER_DIVISION");
    }

    private static RecordInspectionRequest Inspection(SupervisionScene scene, InspectionFindings findings) => new()
    {
        RequestId = PostOffice.NewId(), EmployerId = scene.Post.EmployerId, InspectedOn = WelfarePostsFixture.Today.ToContract(), Findings = findings, Handling = PostOffice.By("虚构检查"),
    };

    private static async Task<RpcException> RefusalAsync<TAnswer>(Func<AsyncUnaryCall<TAnswer>> call) => await Should.ThrowAsync<RpcException>(async () => await call());
}
