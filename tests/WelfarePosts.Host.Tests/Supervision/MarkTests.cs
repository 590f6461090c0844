using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Host.Tests.Posts;

namespace Wenye.WelfarePosts.Host.Tests.Supervision;

/// <summary>比对标记: imported by row, found by keyed hash, kept of no number, taken back by a row.</summary>
public sealed class MarkTests(WelfarePostsFixture fixture)
{
    private static readonly DateOnly July = new(2020, 7, 1);

    [Theory]
    [InlineData(MarkKind.Pension, PostSignalKind.Pension, "第二十条(三)")]
    [InlineData(MarkKind.Death, PostSignalKind.Death, "第二十条(三)")]
    [InlineData(MarkKind.InsuredElsewhere, PostSignalKind.InsuredElsewhere, "第二十条(一)")]
    public async Task A_mark_of_someone_in_post_is_a_signal_with_its_clause_until_it_is_taken_back(MarkKind mark, PostSignalKind signal, string item)
    {
        var scene = await new SupervisionScene(fixture, mark switch { MarkKind.Pension => "370704", MarkKind.Death => "370705", _ => "370724" }).StartAsync();
        var (placement, person) = await scene.PlaceAsync();
        var (_, left) = await scene.PlaceAsync(to: July);
        var answer = await scene.ImportAsync(SupervisionScene.Mark(person, mark, July), SupervisionScene.Mark(left, mark, July, row: 2));
        (answer.Import.Taken, answer.Import.Rejected).ShouldBe((2, 0));

        var found = (await scene.SignalsAsync(signal)).ShouldHaveSingleItem();
        (SupervisionScene.Placed(found), found.Since.ToDay(), found.Clause.Document, found.Clause.Item).ShouldBe((placement.Id.ToString(), July, "鲁人社字〔2020〕36号", item));
        found.Reason.ShouldContain("2020-07-01");
        var shown = found.Placements.Single();
        (shown.Name, shown.IdNumber.Contains('*', StringComparison.Ordinal), shown.EmployerName).ShouldBe((Masked.Name(person.Name), true, "虚构街道办事处"));

        var back = SupervisionScene.Mark(person, mark, July);
        back.Withdrawn = true;
        (await scene.ImportAsync(back)).Import.Taken.ShouldBe(1);
        (await scene.SignalsAsync(signal)).ShouldBeEmpty();
        (await scene.ImportAsync(SupervisionScene.Mark(person, mark, July))).Import.Taken.ShouldBe(1);
        (await scene.SignalsAsync(signal)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Insurance_that_ended_before_the_post_began_is_no_signal()
    {
        var scene = await new SupervisionScene(fixture, "370725").StartAsync();
        var (_, person) = await scene.PlaceAsync();
        var mark = SupervisionScene.Mark(person, MarkKind.InsuredElsewhere, new(2019, 1, 1));
        await scene.ImportAsync(mark);
        (await scene.SignalsAsync(PostSignalKind.InsuredElsewhere)).ShouldHaveSingleItem();
        mark.To = new DateOnly(2020, 5, 31).ToContract();
        await scene.ImportAsync(mark);
        (await scene.SignalsAsync(PostSignalKind.InsuredElsewhere)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_fault_is_told_by_row_the_same_file_changes_nothing_and_a_cut_stream_goes_on()
    {
        var scene = await new SupervisionScene(fixture, "370781").StartAsync();
        var (_, person) = await scene.PlaceAsync();
        var good = SupervisionScene.Mark(person, MarkKind.Pension, July);
        var tomorrow = SupervisionScene.Mark(person, MarkKind.Death, WelfarePostsFixture.Today.AddDays(1), row: 3);
        (tomorrow.To, tomorrow.OtherIdNumber) = (July.ToContract(), person.IdNumber);
        var unknown = SupervisionScene.Mark(person, MarkKind.Death, July, row: 4);
        unknown.Withdrawn = true;
        MarkRow[] rows = [good, new() { Row = 2, IdNumber = "1", Kind = MarkKind.RelativeOf }, tomorrow, unknown];
        var import = PostOffice.NewId();
        var answer = await scene.ImportAsync(import, rows);

        (answer.Import.Taken, answer.Import.Rejected, answer.Import.NextRow).ShouldBe((1, 3, 5));
        answer.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe(
        [
            (2L, "AAC147"), (2, "from"), (2, "source"), (2, "other_id_number"), (3, "from"), (3, "to"), (3, "other_id_number"), (4, "withdrawn"),
        ]);
        answer.Faults.ShouldAllBe(fault => !fault.Message.Contains(person.IdNumber, StringComparison.Ordinal));
        (await scene.ImportAsync(import, rows)).ShouldBe(answer);
        (await scene.Calls.GetMarkImportAsync(new() { ImportId = import })).Import.ShouldBe(answer.Import);
        (await scene.Calls.ListMarkImportFaultsAsync(new() { ImportId = import, PageSize = 3 })).Faults.ShouldBe(answer.Faults.Take(3));
        (await fixture.ReadAsync<long>("select count(*) from mark where source = '虚构比对数据' and area = '370781'")).ShouldBe(1);
        (await Should.ThrowAsync<RpcException>(() => scene.ImportAsync(import, [SupervisionScene.Mark(person, MarkKind.Death, July), .. rows[1..]]))).Reason().ShouldBe("IMPORT_ID_REUSED");
    }

    [Fact]
    public async Task A_citys_records_say_nothing_of_another_citys_placements_and_only_offices_import()
    {
        var scene = await new SupervisionScene(fixture, "370782").StartAsync();
        var (_, person) = await scene.PlaceAsync();
        var other = new SupervisionService.SupervisionServiceClient(fixture.Calls("370800", Roles.WelfarePosts));
        (await SupervisionScene.ImportAsync(other, PostOffice.NewId(), SupervisionScene.Mark(person, MarkKind.Death, July))).Import.Taken.ShouldBe(1);
        (await scene.SignalsAsync(PostSignalKind.Death)).ShouldBeEmpty();
        var province = new SupervisionService.SupervisionServiceClient(fixture.Calls("370000", Roles.WelfarePosts));
        await SupervisionScene.ImportAsync(province, PostOffice.NewId(), SupervisionScene.Mark(person, MarkKind.Death, July));
        (await scene.SignalsAsync(PostSignalKind.Death)).ShouldHaveSingleItem();

        var reviewer = new SupervisionService.SupervisionServiceClient(fixture.Calls("370782", Roles.WelfarePostsReviewer));
        (await Should.ThrowAsync<RpcException>(() => SupervisionScene.ImportAsync(reviewer, "i", SupervisionScene.Mark(person, MarkKind.Death, July)))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(async () => await scene.Calls.ListSignalsAsync(new() { Kind = PostSignalKind.Death, Division = "370783" }))).Reason().ShouldBe("OTHER_DIVISION");
        (await EmployerTests.FieldsAsync(async () => await scene.Calls.ListSignalsAsync(new() { Kind = (PostSignalKind)99, Division = "x", PageSize = 101, PageToken = "x" })))
            .ShouldBe(["kind", "division", "page_size", "page_token"]);
    }
}
