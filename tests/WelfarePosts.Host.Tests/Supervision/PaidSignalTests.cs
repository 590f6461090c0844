using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Host.Tests.Months;
using Wenye.WelfarePosts.Host.Tests.Placements;

namespace Wenye.WelfarePosts.Host.Tests.Supervision;

/// <summary>监管线索 held against what monthly runs booked: who was paid, for which months, and how much.</summary>
public sealed class PaidSignalTests(WelfarePostsFixture fixture)
{
    private const long MonthFen = 2_330_00;

    [Fact]
    public async Task A_paid_month_without_attendance_is_a_signal_with_its_money_until_the_money_is_taken_back()
    {
        var scene = await MonthScene.NewAsync(fixture, "371403");
        var (absent, present, unpaid) = (await scene.PlaceAsync(), await scene.PlaceAsync(), await scene.PlaceAsync());
        await scene.StateAsync(absent);
        await scene.StateAsync(present);
        await scene.StateAsync(unpaid, days: 0);
        await scene.ConfirmAsync(await scene.RunAsync());
        (await SignalsAsync(scene)).ShouldBeEmpty("who did not come was not paid");

        await scene.StateAsync(absent, days: 0, sequence: 2);

        var found = (await SignalsAsync(scene)).ShouldHaveSingleItem();
        (SupervisionScene.Placed(found), found.Clause.Document, found.Clause.Item).ShouldBe((absent.Id.ToString(), "鲁人社字〔2020〕36号", "第二十二条"));
        found.PaidMonths.ShouldBe([new PaidMonth { Month = "2020-08", DaysWorked = 0, PaidFen = MonthFen }]);
        (found.Placements.Single().PaidFen, found.Since.ToDay()).ShouldBe((MonthFen, new(2020, 8, 1)));
        found.Reason.ShouldBe("已核发补贴而考勤不足：2020-08 出勤 0 天，核发 2330.00 元");

        await scene.ConfirmAsync(await scene.RunAsync(), Fund.Unspecified);
        (await SignalsAsync(scene)).ShouldBeEmpty("it was taken back");
    }

    [Fact]
    public async Task Who_came_on_fewer_days_than_a_supervisor_asks_for_is_found_page_by_page()
    {
        var scene = await MonthScene.NewAsync(fixture, "371422");
        var (few, fewer, enough) = (await scene.PlaceAsync(), await scene.PlaceAsync(), await scene.PlaceAsync());
        await scene.StateAsync(few, days: 9);
        await scene.StateAsync(fewer, days: 3);
        await scene.StateAsync(enough, days: 10);
        var computed = await scene.RunAsync();
        (await SignalsAsync(scene, fewerThan: 10)).ShouldBeEmpty("nothing is booked before the review");
        await scene.ConfirmAsync(computed);

        (await SignalsAsync(scene)).ShouldBeEmpty();
        var found = await SignalsAsync(scene, fewerThan: 10, size: 1);
        found.Select(SupervisionScene.Placed).ShouldBe([fewer.Id.ToString(), few.Id.ToString()]);
        found.Select(one => one.PaidMonths.Single().DaysWorked).ShouldBe([3, 9]);
        foreach (var (kind, days) in new[] { (PostSignalKind.AbsentButPaid, 32), (PostSignalKind.AbsentButPaid, -1), (PostSignalKind.Death, 1) })
        {
            var request = new ListSignalsRequest { Kind = kind, FewerDaysThan = days };
            (await Should.ThrowAsync<RpcException>(async () => await Calls(scene).ListSignalsAsync(request))).Fields().ShouldBe(["fewer_days_than"]);
        }
    }

    [Theory]
    [InlineData(MarkKind.Pension, PostSignalKind.Pension, "370321")]
    [InlineData(MarkKind.Death, PostSignalKind.Death, "370305")]
    [InlineData(MarkKind.InsuredElsewhere, PostSignalKind.InsuredElsewhere, "370306")]
    public async Task What_was_paid_for_the_months_after_a_ground_is_told_with_it(MarkKind mark, PostSignalKind signal, string county)
    {
        var scene = await MonthScene.NewAsync(fixture, county);
        var person = PlacementOffice.NewPerson();
        var placement = await scene.PlaceAsync(person: person);
        foreach (var month in new[] { 6, 7, 8 })
        {
            await scene.StateAsync(placement, month: month);
            await scene.ConfirmAsync(await scene.RunAsync($"2020-0{month}"));
        }

        var row = new MarkRow { Row = 1, IdNumber = person.ResidentId, Kind = mark, From = new DateOnly(2020, 6, 20).ToContract(), Source = "虚构比对数据" };
        (await SupervisionScene.ImportAsync(Calls(scene), MonthScene.NewId(), row)).Import.Taken.ShouldBe(1);

        // June, in which it arose, is paid (下月起停止).
        (await SignalsAsync(scene, signal)).ShouldHaveSingleItem().Placements.Single().PaidFen.ShouldBe(2 * MonthFen);
    }


    private SupervisionService.SupervisionServiceClient Calls(MonthScene scene) => new(fixture.Calls(scene.County, Roles.WelfarePosts));

    private async Task<IReadOnlyList<PostSignal>> SignalsAsync(
        MonthScene scene, PostSignalKind kind = PostSignalKind.AbsentButPaid, int fewerThan = 0, int size = 0)
    {
        var (found, request) = (new List<PostSignal>(), new ListSignalsRequest { Kind = kind, FewerDaysThan = fewerThan, PageSize = size });
        do
        {
            var page = await Calls(scene).ListSignalsAsync(request);
            found.AddRange(page.Signals);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return found;
    }
}
