using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;

namespace Wenye.Registration.Host.Tests;

/// <summary>The directory of offices, 鲁人社字〔2020〕39号 一(三) and 附件2.</summary>
public sealed class OfficeTests(RegistrationFixture fixture)
{
    [Fact]
    public async Task A_list_of_four_levels_is_taken_and_each_office_lies_under_the_one_above()
    {
        var keeper = fixture.Offices("371500", "directory");

        var answer = await Finding.ImportAsync(
            keeper, "371500", complete: true,
            Finding.Row(1, "371502001001", "社区窗口"), Finding.Row(2, "371502001", "街道窗口"), Finding.Row(3, "371502", "县级中心"), Finding.Row(4, "371500", "市本级中心"));

        answer.ShouldBe(new ImportOfficesResponse { Added = 4 });
        var offices = await SearchAsync(new SearchOfficesRequest { Division = "3715" });
        offices.Select(office => office.Level).ShouldBe([OfficeLevel.City, OfficeLevel.County, OfficeLevel.Town, OfficeLevel.Village]);
        offices.Select(office => office.ParentOfficeId).ShouldBe(["", .. offices.Take(3).Select(office => office.OfficeId)]);
        var village = (await keeper.GetOfficeAsync(new GetOfficeRequest { OfficeId = offices[3].OfficeId })).Office;
        village.ShouldBe(offices[3]);
        (village.Name, village.Address, village.Phone, village.OnlineChannels, village.DivisionName).ShouldBe(
            ("社区窗口", "虚构路1号", "0531-00000000", "https://example.invalid/", "虚构的行政区划名称"));
        village.Services.ShouldBe(["失业登记", "就业登记"]);
    }

    [Fact]
    public async Task A_repeat_changes_nothing_a_change_keeps_the_id_and_a_complete_list_closes_the_rest()
    {
        var keeper = fixture.Offices("371600", "directory");
        OfficeRow[] first = [Finding.Row(1, "371602", "甲"), Finding.Row(2, "371602", "乙"), Finding.Row(3, "371603", "丙")];
        await Finding.ImportAsync(keeper, "371600", complete: true, first);
        var before = await SearchAsync(new SearchOfficesRequest { Division = "3716" });

        (await Finding.ImportAsync(keeper, "371600", complete: true, first)).ShouldBe(new ImportOfficesResponse { Unchanged = 3 });
        var changed = Finding.Row(1, "371602", "甲");
        changed.Services.Add("职业指导");
        (await Finding.ImportAsync(keeper, "371602", complete: true, changed)).ShouldBe(new ImportOfficesResponse { Changed = 1, Closed = 1 });

        var open = await SearchAsync(new SearchOfficesRequest { Division = "3716" });
        open.Select(office => office.Name).ShouldBe(["甲", "丙"]);
        open[0].OfficeId.ShouldBe(before.Single(office => office.Name == "甲").OfficeId);
        open[0].Services.ShouldBe(["失业登记", "就业登记", "职业指导"]);
        (await SearchAsync(new SearchOfficesRequest { Division = "3716", IncludeClosed = true })).Single(office => office.Closed).Name.ShouldBe("乙");
        (await Finding.ImportAsync(keeper, "371600", complete: false, first[1])).ShouldBe(new ImportOfficesResponse { Changed = 1 });
        (await SearchAsync(new SearchOfficesRequest { Division = "3716" })).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Where_an_office_stands_is_told_with_each_registration_made_there()
    {
        var keeper = fixture.Offices("371400", "directory");
        var (town, village, silent) = (Finding.Row(1, "371402001", "城区窗口"), Finding.Row(2, "371402002201", "村级窗口"), Finding.Row(3, "371402003", "未说明窗口"));
        (town.AreaClass, village.AreaClass) = ("111", "220");
        await Finding.ImportAsync(keeper, "371400", complete: true, town, village, silent);
        var offices = await SearchAsync(new SearchOfficesRequest { Division = "371402" });
        offices.Select(office => office.AreaClass).ShouldBe(["111", "220", ""]);

        (await UrbanAsync(offices[0].OfficeId)).ShouldBe("true");
        (await UrbanAsync(offices[1].OfficeId)).ShouldBe("false");
        (await UrbanAsync(offices[2].OfficeId)).ShouldBe("null", "nobody said where it stands");
        (await UrbanAsync(office: null)).ShouldBe("null", "no office was named");

        // The list as it is printed has no such column: it takes nothing back.
        town.AreaClass = "";
        (await Finding.ImportAsync(keeper, "371400", complete: true, town, village, silent)).Unchanged.ShouldBe(3);
        town.AreaClass = "210";
        (await Finding.ImportAsync(keeper, "371400", complete: true, town, village, silent)).Changed.ShouldBe(1);
        (await UrbanAsync(offices[0].OfficeId)).ShouldBe("false");
        village.AreaClass = "城镇";
        (await Finding.ImportAsync(keeper, "371400", complete: false, village)).Faults.ShouldHaveSingleItem().Field.ShouldBe("area_class");

        async Task<string> UrbanAsync(string? office)
        {
            var registration = await fixture.RegisterAsync("371402", office: office);
            return await fixture.ReadAsync<string>(
                "select coalesce(body::jsonb->>'Urban', body::jsonb->>'urban', 'null') from outbox where type like '%UnemploymentRegistered%' and body::text like '%' || $1 || '%'", registration);
        }
    }

    [Fact]
    public async Task Bad_rows_come_back_and_the_good_ones_are_taken()
    {
        var keeper = fixture.Offices("371300", "directory");
        await Finding.ImportAsync(keeper, "371300", complete: false, Finding.Row(1, "371302", "丁"), Finding.Row(2, "371302", "戊"));
        var nowhere = Finding.Row(1, "371399", "无此区划");
        var elsewhere = Finding.Row(2, "370102", "别市机构");
        var unreachable = Finding.Row(3, "371302", "丁");
        (unreachable.Address, unreachable.OnlineChannels) = ("", "");
        var twice = Finding.Row(5, "371302", "己");
        twice.Phone = "换行\n";
        var nameless = Finding.Row(6, "3713", "");

        var answer = await Finding.ImportAsync(
            keeper, "371300", complete: true, nowhere, elsewhere, unreachable, Finding.Row(4, "371302", "己"), twice, nameless);

        answer.Added.ShouldBe(1);
        answer.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe(
            [(1, "division"), (2, "division"), (3, "address"), (5, "phone"), (5, "name"), (6, "division"), (6, "name"), (0, "complete")]);
        answer.FaultCount.ShouldBe(8);
        answer.Closed.ShouldBe(0, "a row that names no office may be any of them");
        var again = await Finding.ImportAsync(keeper, "371300", complete: true, unreachable, Finding.Row(4, "371302", "己"));
        again.Closed.ShouldBe(1, "丁 is named, if badly; 戊 is not");
        (await SearchAsync(new SearchOfficesRequest { Division = "3713" })).Select(office => office.Name).ShouldBe(["丁", "己"], ignoreOrder: true);
    }

    [Fact]
    public async Task Offices_are_found_by_place_name_level_and_service_page_by_page()
    {
        var keeper = fixture.Offices("371200", "directory", "province");
        var rows = Enumerable.Range(1, 7).Select(i => Finding.Row(i, $"37050200{i}", $"街道{i}窗口")).Append(Finding.Row(8, "370502", "区中心")).ToArray();
        rows[2].Services.Add("创业担保贷款");
        await Finding.ImportAsync(keeper, "370502", complete: true, rows);

        (await SearchAsync(new SearchOfficesRequest { Division = "370502", Name = "道3窗" })).ShouldHaveSingleItem().Division.ShouldBe("370502003");
        (await SearchAsync(new SearchOfficesRequest { Division = "370502003" })).Count.ShouldBe(1);
        (await SearchAsync(new SearchOfficesRequest { Division = "3705", Level = OfficeLevel.County })).ShouldHaveSingleItem().Name.ShouldBe("区中心");
        (await SearchAsync(new SearchOfficesRequest { Division = "3705", Service = "担保" })).ShouldHaveSingleItem().Name.ShouldBe("街道3窗口");
        (await SearchAsync(new SearchOfficesRequest { Division = "3705", Name = "%" })).ShouldBeEmpty();

        var request = new SearchOfficesRequest { Division = "3705", PageSize = 3 };
        var seen = new List<string>();
        do
        {
            var page = await keeper.SearchOfficesAsync(request);
            seen.AddRange(page.Offices.Select(office => office.Division));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        seen.ShouldBe(["370502", .. Enumerable.Range(1, 7).Select(i => $"37050200{i}")]);
    }

    [Fact]
    public async Task A_bad_question_is_refused_with_everything_at_fault()
    {
        var request = new SearchOfficesRequest
        {
            Division = "3", Name = new string('长', 101), Service = new string('长', 101), Level = (OfficeLevel)9, PageSize = -1, PageToken = "无",
        };

        var error = await Should.ThrowAsync<RpcException>(async () => await fixture.Offices("370102", "intake").SearchOfficesAsync(request));

        error.Fields().ShouldBe(["division", "name", "service", "level", "page_size", "page_token"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("370102", "intake", "370102", StatusCode.PermissionDenied)]
    [InlineData("370102", "directory", "370100", StatusCode.PermissionDenied)]
    [InlineData("370100", "directory", "370000", StatusCode.InvalidArgument)]
    [InlineData("370100", "directory", "37010", StatusCode.InvalidArgument)]
    public async Task A_list_is_taken_from_its_own_keeper_only(string division, string role, string list, StatusCode refusal)
    {
        var error = await Should.ThrowAsync<RpcException>(
            () => Finding.ImportAsync(fixture.Offices(division, role), list, complete: false, Finding.Row(1, "370102", "不应入库")));

        error.StatusCode.ShouldBe(refusal);
        (await SearchAsync(new SearchOfficesRequest { Name = "不应入库", IncludeClosed = true })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_without_rows_closes_nothing()
    {
        var keeper = fixture.Offices("370800", "directory");
        await Finding.ImportAsync(keeper, "370800", complete: true, Finding.Row(1, "370811", "庚"));

        var error = await Should.ThrowAsync<RpcException>(() => Finding.ImportAsync(keeper, "370800", complete: true));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        (await SearchAsync(new SearchOfficesRequest { Division = "3708" })).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_office_that_is_not_there_is_not_found()
    {
        var client = fixture.Offices("370102", "intake");
        (await Should.ThrowAsync<RpcException>(async () => await client.GetOfficeAsync(new GetOfficeRequest { OfficeId = Guid.CreateVersion7().ToString() })))
            .StatusCode.ShouldBe(StatusCode.NotFound);
        (await Should.ThrowAsync<RpcException>(async () => await client.GetOfficeAsync(new GetOfficeRequest { OfficeId = "1" })))
            .StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task A_step_may_name_an_open_office_of_the_callers_division_only()
    {
        var intake = fixture.Agency("371700", "intake", "reviewer");
        var name = $"虚构机构{Applications.NewRequestId()}";
        var open = await fixture.OfficeAsync("371702001", name);
        var elsewhere = await fixture.OfficeAsync("371082", name);
        var closed = await fixture.OfficeAsync("371702", name);
        await fixture.ReadAsync<Guid>("update office set closed = true where id = $1 returning id", Guid.Parse(closed));

        foreach (var office in new[] { elsewhere, closed, Guid.CreateVersion7().ToString() })
        {
            var refused = await Should.ThrowAsync<RpcException>(async () => await intake.Client.SubmitApplicationAsync(At(office)));
            refused.StatusCode.ShouldBe(StatusCode.InvalidArgument);
            refused.Fields().ShouldBe(["office_id"]);
        }

        var taken = (await intake.Client.SubmitApplicationAsync(At(open))).Application;
        var review = Applications.Approve(taken.ApplicationId);
        review.Handling.OfficeId = closed;
        (await Should.ThrowAsync<RpcException>(async () => await intake.Client.ReviewApplicationAsync(review))).Fields().ShouldBe(["office_id"]);
        review.Handling.OfficeId = open;
        (await intake.Client.ReviewApplicationAsync(review)).Application.Steps[^1].OfficeId.ShouldBe(open);

        // A repeat gets its first answer, though the office has closed since.
        await fixture.ReadAsync<Guid>("update office set closed = true where id = $1 returning id", Guid.Parse(open));
        (await intake.Client.ReviewApplicationAsync(review)).Applied.ShouldBeTrue();

        static SubmitApplicationRequest At(string office)
        {
            var request = Applications.Submit(Applications.Form(division: "371702"));
            request.Handling = new Handling { OfficeId = office };
            return request;
        }
    }

    private async Task<IReadOnlyList<Office>> SearchAsync(SearchOfficesRequest request) =>
        (await fixture.Offices("370102", "intake").SearchOfficesAsync(request)).Offices;
}
