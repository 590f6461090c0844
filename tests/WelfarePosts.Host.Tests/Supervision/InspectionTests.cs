using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Host.Tests.Posts;
using Inspection = Wenye.Contracts.WelfarePosts.V1.Inspection;

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

    [Fact]
    public async Task Money_of_a_quarter_is_what_was_spent_by_the_banks_day_or_else_by_that_of_booking()
    {
        var supervisor = new SupervisionService.SupervisionServiceClient(fixture.Calls("370982", Roles.WelfarePosts));
        await SpendAsync(500, new DateOnly(2020, 9, 15));
        await SpendAsync(700, new DateOnly(2020, 9, 30));

        // On 2020-10-01 in China.
        await SpendAsync(900, bankDay: null);
        (await supervisor.GetQuarterReportAsync(new() { Year = 2020, Quarter = 3 })).Money.ShouldHaveSingleItem()
            .ShouldBe(new QuarterMoney { Benefit = "welfare_posts.subsidy", Payments = 2, PaidFen = 1_200 });
        (await supervisor.GetQuarterReportAsync(new() { Year = 2020, Quarter = 4 })).Money.ShouldHaveSingleItem().PaidFen.ShouldBe(900);
    }

    private async Task SpendAsync(long fen, DateOnly? bankDay)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<WelfarePostsDbContext>();
        await using var transaction = await database.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await database.Database.ExecuteSqlAsync(
            $"""
            WITH paid AS (
                INSERT INTO payable (id, benefit, subject_id, payee, payee_name, bank_name, fund, pool, division, amount_fen, needs_publicity, state, paid_fen, recovered_fen)
                VALUES (gen_random_uuid(), 'welfare_posts.subsidy', gen_random_uuid(), 'x', '\x00'::bytea, '', 2, '370900', '370982', {fen}, false, 6, {fen}, 0) RETURNING id),
            entry AS (
                INSERT INTO ledger_entry (booked_at, kind, fund, pool, year, payable_id, value_date)
                SELECT '2020-09-30T16:00:00Z', 'paid', 2, '370900', 2020, id, {bankDay} FROM paid RETURNING sequence)
            INSERT INTO ledger_posting (entry, account, amount_fen)
            SELECT sequence, account, fen FROM entry, (VALUES ('spent', {fen}), ('in_transit', -{fen})) AS posting(account, fen)
            """);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    private static RecordInspectionRequest Inspection(SupervisionScene scene, InspectionFindings findings) => new()
    {
        RequestId = PostOffice.NewId(), EmployerId = scene.Post.EmployerId, InspectedOn = WelfarePostsFixture.Today.ToContract(), Findings = findings, Handling = PostOffice.By("虚构检查"),
    };

    private static async Task<RpcException> RefusalAsync<TAnswer>(Func<AsyncUnaryCall<TAnswer>> call) => await Should.ThrowAsync<RpcException>(async () => await call());
}
