using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using static Wenye.Registration.Host.Tests.CodeTables.Editions;

namespace Wenye.Registration.Host.Tests.CodeTables;

/// <summary>The calls of the code tables over real gRPC and a real database; without Redis, which they do not need.</summary>
public sealed class CodeTableCallsTests(RegistrationFixture fixture) : IAsyncLifetime
{
    private CodeTableSystem system = null!;
    private CodeTableService.CodeTableServiceClient tables = null!;

    public async ValueTask InitializeAsync()
    {
        system = await CodeTableSystem.CreateAsync(fixture, redis: false);
        tables = system.Keeper(system.StartRegistration());
    }

    public ValueTask DisposeAsync() => system.DisposeAsync();

    [Fact]
    public async Task The_list_shows_every_table_loaded_or_not()
    {
        var before = (await tables.ListCodeTablesAsync(new())).Tables;
        await tables.ImportOccupationsAsync(Occupations);
        await tables.ImportAsync(new CodeTableEditionHeader { Table = "LOCAL1", Name = "本市自定代码", Edition = "一", Source = "测试" }, Row("1", "甲"));
        var after = (await tables.ListCodeTablesAsync(new())).Tables.ToDictionary(table => table.Table);

        before.Where(table => !table.Loaded).Select(table => table.Table).ShouldBe(["ACA111", "AAC200", "GBT4754"]);
        before.Single(table => table.Table == "AAB301").Fields.ShouldBe(["AAB301", "AAB299", "AAF016"]);
        before.Single(table => table.Table == "AAC004").PrintedInFull.ShouldBeTrue();
        after["ACA111"].Loaded.ShouldBeTrue();
        after["ACA111"].Editions.ShouldHaveSingleItem().Entries.ShouldBe(3);
        after["LOCAL1"].Name.ShouldBe("本市自定代码");
    }

    [Fact]
    public async Task A_code_is_looked_up_as_of_a_day()
    {
        var code = new LookUpCodeRequest { Table = "AAB301", Code = "371200" };

        (await NotFoundAsync(code)).ShouldBe("CODE_UNKNOWN");
        code.On = Day(2018, 10, 1);
        (await tables.LookUpCodeAsync(code)).Entry.Label.ShouldBe("莱芜市");
        (await NotFoundAsync(new LookUpCodeRequest { Table = "ACA111", Code = "1010101" })).ShouldBe("TABLE_NOT_LOADED");
        code.On = Day(2018, 2, 30);
        (await Should.ThrowAsync<RpcException>(async () => await tables.LookUpCodeAsync(code))).Fields().ShouldBe(["on"]);
    }

    [Fact]
    public async Task Codes_are_searched_a_page_at_a_time_and_headings_are_shown_as_such()
    {
        await tables.ImportOccupationsAsync(Occupations);
        var request = new SearchCodesRequest { Table = "ACA111", Query = "虚构", PageSize = 2 };

        var first = await tables.SearchCodesAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await tables.SearchCodesAsync(request);
        var below = await tables.SearchCodesAsync(new SearchCodesRequest { Table = "ACA111", Parent = "9" });
        var other = await Should.ThrowAsync<RpcException>(async () =>
            await tables.SearchCodesAsync(new SearchCodesRequest { Table = "ACA111", Query = "别的", PageToken = first.NextPageToken, PageSize = 1001 }));

        first.Entries.Select(entry => (entry.Code, entry.Heading)).ShouldBe([("9", true), ("9010101", false)]);
        second.Entries.ShouldHaveSingleItem().Code.ShouldBe("9010102");
        second.NextPageToken.ShouldBeEmpty();
        below.Entries.Select(entry => entry.Code).ShouldBe(["9010101", "9010102"]);
        other.Fields().ShouldBe(["page_size", "page_token"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_later_edition_ends_renames_and_adds_from_its_day()
    {
        await tables.ImportOccupationsAsync(Occupations);
        var later = new CodeTableEditionHeader { Table = "ACA111", Edition = "虚构新版", Source = "测试", EffectiveFrom = Day(2021, 1, 1) };
        var rows = new[] { Row("9", "虚构大类"), Row("9010101", "虚构职业甲（新）", "9"), Row("9010103", "虚构职业丙", "9") };

        var dry = await tables.ImportAsync(new CodeTableEditionHeader(later) { DryRun = true }, rows);
        var report = await tables.ImportAsync(later, rows);
        var again = await tables.ImportAsync(later, rows);
        var now = (await tables.SearchCodesAsync(new SearchCodesRequest { Table = "ACA111" })).Entries.Select(entry => entry.Label);
        var then = (await tables.SearchCodesAsync(new SearchCodesRequest { Table = "ACA111", On = Day(2021, 1, 1) })).Entries.Select(entry => entry.Label);

        dry.Applied.ShouldBeFalse();
        (report.Applied, report.Added, report.Renamed, report.Ended, report.Unchanged).ShouldBe((true, 1, 1, 1, 1));
        dry.Changes.ShouldBe(report.Changes);
        report.Changes.Single(change => change.Kind == CodeChangeKind.Renamed).FormerLabel.ShouldBe("虚构职业甲");
        report.Version.ShouldBeGreaterThan(dry.Version);
        (again.Applied, again.Added, again.Renamed, again.Ended, again.Unchanged, again.Version).ShouldBe((true, 0, 0, 0, 3, report.Version));
        now.ShouldBe(["虚构大类", "虚构职业甲", "虚构职业乙"]);
        then.ShouldBe(["虚构大类", "虚构职业甲（新）", "虚构职业丙"]);
    }

    [Fact]
    public async Task A_row_at_fault_leaves_the_table_as_it_was_and_every_fault_is_told()
    {
        await tables.ImportOccupationsAsync(Occupations);
        var faulty = new CodeRow(Row("9010105", "虚构")) { ValidFrom = Day(2020, 2, 30) };

        var report = await tables.ImportOccupationsAsync(Row("9010101", "虚构职业甲"), Row("9 1", "虚构"), Row("9010103", "", "8"), Row("9010101", "重复"), faulty);

        report.Applied.ShouldBeFalse();
        report.Faults.Select(fault => (fault.Line, fault.Field)).ShouldBe([(3, "code"), (4, "name"), (4, "parent"), (5, "code"), (6, "valid_from")]);
        (await tables.LookUpCodeAsync(new LookUpCodeRequest { Table = "ACA111", Code = "9010102" })).Entry.Label.ShouldBe("虚构职业乙");
        (await system.ReadAsync<long>("select count(*) from code_table_edition")).ShouldBe(1);
    }

    [Fact]
    public async Task A_header_at_fault_is_refused_with_every_field()
    {
        var error = await Should.ThrowAsync<RpcException>(() => tables.ImportAsync(
            new CodeTableEditionHeader { Table = "local-1", EffectiveFrom = Day(2020, 13, 1) }, Row("1", "甲")));
        var empty = await Should.ThrowAsync<RpcException>(() => tables.ImportOccupationsAsync());
        using var call = tables.ImportCodeTable();
        await call.RequestStream.WriteAsync(new ImportCodeTableRequest { Rows = new CodeRows() });
        await call.RequestStream.CompleteAsync();
        var headless = await Should.ThrowAsync<RpcException>(async () => await call.ResponseAsync);

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().ShouldBe(["table", "name", "edition", "source", "effective_from"]);
        empty.Fields().ShouldBe(["rows"]);
        headless.Fields().ShouldBe(["header"]);
        (await system.ReadAsync<long>("select version from code_table_version")).ShouldBe(0);
    }

    [Fact]
    public async Task Only_who_keeps_the_tables_imports_and_everyone_with_a_role_reads()
    {
        var service = system.StartRegistration();
        var reader = system.Keeper(service, "reviewer");

        var denied = await Should.ThrowAsync<RpcException>(() => reader.ImportOccupationsAsync(Occupations));
        var nobody = await Should.ThrowAsync<RpcException>(async () => await system.Keeper(service, "no-such-role").ListCodeTablesAsync(new()));

        denied.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        nobody.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await reader.ListCodeTablesAsync(new())).Tables.ShouldNotBeEmpty();
        (await reader.LookUpCodeAsync(new LookUpCodeRequest { Table = "AAC005", Code = "01" })).Entry.Label.ShouldBe("汉族");
    }

    [Fact]
    public async Task Two_imports_at_once_follow_each_other()
    {
        var others = system.Keeper(system.StartRegistration());

        var reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            (i % 2 == 0 ? tables : others).ImportAsync(
                new CodeTableEditionHeader { Table = $"LOCAL{i / 2}", Name = "虚构", Edition = $"{i}", Source = "测试" }, Row("1", $"名称{i}"))));

        reports.ShouldAllBe(report => report.Applied);
        reports.Select(report => report.Version).ShouldBeUnique();
        (await system.ReadAsync<long>("select version from code_table_version")).ShouldBe(reports.Max(report => report.Version));
        (await system.ReadAsync<long>("select count(*) from code_table_entry")).ShouldBe(4);
    }

    [Fact]
    public async Task The_export_gives_every_imported_entry_unless_the_caller_has_them()
    {
        var version = (await tables.ImportOccupationsAsync(Occupations)).Version;

        var all = await ExportAsync(new ExportCodeTablesRequest());
        var nothingNew = await ExportAsync(new ExportCodeTablesRequest { KnownVersion = version });

        all.SelectMany(message => message.Entries).Select(entry => entry.Code).ShouldBe(["9", "9010101", "9010102"], ignoreOrder: true);
        all.ShouldAllBe(message => message.Version == version);
        nothingNew.ShouldHaveSingleItem().ShouldBe(new ExportCodeTablesResponse { Version = version });
    }

    private async Task<List<ExportCodeTablesResponse>> ExportAsync(ExportCodeTablesRequest request)
    {
        using var call = tables.ExportCodeTables(request);
        return await call.ResponseStream.ReadAllAsync().ToListAsync();
    }

    private async Task<string> NotFoundAsync(LookUpCodeRequest request)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await tables.LookUpCodeAsync(request));
        error.StatusCode.ShouldBe(StatusCode.NotFound);
        return error.Reason();
    }
}
