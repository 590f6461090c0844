using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.ServiceDefaults;
using Client = Wenye.Contracts.Stabilization.V1.PaymentService.PaymentServiceClient;

namespace Wenye.Stabilization.Host.Tests.Payments;

/// <summary>What anyone may see of public lists, and how long.</summary>
public sealed class PublicNoticeTests(PaymentsFixture fixture)
{
    private readonly PaymentScene scene = new(fixture);

    // From another place: a notice board is for everyone.
    private Client Anyone => new(fixture.Calls(fixture.LastDay, "web", "110000", Roles.Public));

    [Fact]
    public async Task Anyone_reads_the_list_on_its_days_page_by_page_with_persons_masked()
    {
        await fixture.AddAsync([scene.Payable(publicity: true), Person("张三丰")]);
        var first = await PubliciseAsync("第一批");
        await fixture.AddAsync([scene.Payable(publicity: true, fund: Fund.SkillsSpecialAccount)]);
        var second = await PubliciseAsync("第二批");

        var page = await Anyone.ListPublicitiesAsync(new() { Pool = scene.Pool, PageSize = 1 });
        var rest = await Anyone.ListPublicitiesAsync(new() { Pool = scene.Pool, PageSize = 1, PageToken = page.NextPageToken });
        var ofAccount = await Anyone.ListPublicitiesAsync(new() { Pool = scene.Pool, Fund = Fund.SkillsSpecialAccount });
        var lines = await Anyone.ListPublicityLinesAsync(new() { PublicityId = first, PageSize = 1 });
        var next = await Anyone.ListPublicityLinesAsync(new() { PublicityId = first, PageSize = 1, PageToken = lines.NextPageToken });

        page.Today.ShouldBe(PaymentScene.Day(17));
        page.Notices.Single().PublicityId.ShouldBe(second);
        rest.Notices.Single().PublicityId.ShouldBe(first);
        rest.NextPageToken.ShouldBeEmpty();
        (rest.Notices[0].Title, rest.Notices[0].Payables, rest.Notices[0].To).ShouldBe(("第一批", 2, PaymentScene.Day(17)));
        rest.Notices[0].Funds.ShouldBe([Fund.UnemploymentInsurance]);
        ofAccount.Notices.Single().PublicityId.ShouldBe(second);
        (lines.Lines.Single().PayeeName, next.Lines.Single().PayeeName).ShouldBe(("济南某某机械有限公司", "张**"));
        next.Lines[0].Payee.ShouldEndWith("****");
        next.NextPageToken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Once_its_days_are_over_it_is_no_longer_public()
    {
        await fixture.AddAsync([scene.Payable(publicity: true)]);
        var id = await PubliciseAsync("公示");
        var later = new Client(fixture.Calls(fixture.After, "web", "110000", Roles.Public));

        (await later.ListPublicitiesAsync(new() { Pool = scene.Pool })).Notices.ShouldBeEmpty();
        (await Refused.ByAsync(later.ListPublicityLinesAsync(new() { PublicityId = id }))).ShouldBe((StatusCode.NotFound, "PUBLICITY_NOT_FOUND"));
    }

    [Fact]
    public async Task The_public_sees_nothing_else_and_is_told_what_is_wrong()
    {
        (await Refused.FieldsOfAsync(Anyone.ListPublicitiesAsync(new() { Pool = "山东", Fund = (Fund)99, PageSize = 201, PageToken = "x" })))
            .ShouldBe(["fund", "pool", "page_size", "page_token"], ignoreOrder: true);
        (await Refused.FieldsOfAsync(Anyone.ListPublicityLinesAsync(new() { PublicityId = "1" }))).ShouldBe(["publicity_id"]);
        (await Should.ThrowAsync<RpcException>(async () => await Anyone.ListPayablesAsync(new() { Pool = scene.Pool }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(async () => await scene.Payer.ListPublicitiesAsync(new() { Pool = scene.Pool }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private Wenye.Payments.NewPayable Person(string name) => scene.Payable(publicity: true) with { Payee = Guid.CreateVersion7().ToString(), PayeeName = name };

    private async Task<string> PubliciseAsync(string title) => (await scene.On(fixture.Today, "stabilization-reviewer").StartPublicityAsync(new()
    {
        RequestId = PaymentScene.RequestId(), Title = title, Pool = scene.Pool, Benefit = "stabilization.refund.general",
    })).Publicity.PublicityId;
}
