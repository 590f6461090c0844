using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests;

/// <summary>Bulk import: good rows are taken, bad ones told, a cut loses nothing and doubles nothing.</summary>
public sealed class ImportTests(RegistrationFixture fixture)
{
    private const int RowsAMessage = 500;
    private const string Taken = "select count(*) from application a join application_step s on s.application_id = a.id and s.sequence = 1 where s.agency = $1";
    private readonly TestImporter importer = fixture.Importer("370102");

    [Fact]
    public async Task Good_rows_are_taken_and_each_bad_one_is_told()
    {
        var rows = Rows(5000);
        foreach (var row in rows.Where(row => row.Row % 50 == 0))
        {
            Spoil(row);
        }

        var answer = await importer.ImportAsync("all", rows);

        (answer.Import.NextRow, answer.Import.Taken, answer.Import.Rejected).ShouldBe((5001, 4900, 100));
        var faults = await importer.FaultsAsync("all");
        faults.Select(fault => (fault.Row, fault.Field)).ShouldBe(rows.Where(row => row.Row % 50 == 0).Select(row => (row.Row, FieldSpoilt(row))));
        faults.ShouldAllBe(fault => fault.Message.Length > 5);
        answer.Faults.ShouldBe(faults.Take(100));
        (await fixture.ReadAsync<long>(Taken, importer.Id)).ShouldBe(4900);
    }

    [Fact]
    public async Task An_imported_application_is_like_a_submitted_one()
    {
        var rows = Rows(1);
        await importer.ImportAsync("one", rows);
        var id = await fixture.ReadAsync<Guid>("select id from application where number = $1", rows[0].Form.ApplicationNumber);

        var application = (await fixture.Agency("370102", "reviewer").Client.GetApplicationAsync(new GetApplicationRequest { ApplicationId = id.ToString() })).Application;

        application.Form.ShouldBe(rows[0].Form);
        application.State.ShouldBe(ApplicationState.PendingReview);
        application.SerialNumber.Length.ShouldBe(18);
        application.ReviewDue.ShouldNotBeNull();
        application.Steps.Single().Agency.ShouldBe(importer.Id);
    }

    [Fact]
    public async Task After_a_cut_the_rest_is_sent_under_the_same_id()
    {
        var rows = Rows(3000);
        using (var cut = new CancellationTokenSource())
        {
            using var call = importer.Client.ImportApplications(cancellationToken: cut.Token);
            await TestImporter.SendAsync(call, "cut", rows[..2250], RowsAMessage);
            await Eventually.IsTrueAsync(async () => await NextRowAsync("cut") == 2001);
            await cut.CancelAsync();
        }

        (await NextRowAsync("cut")).ShouldBe(2001);
        (await fixture.ReadAsync<long>(Taken, importer.Id)).ShouldBe(2000);
        var answer = await importer.ImportAsync("cut", rows[1900..]);

        (answer.Import.NextRow, answer.Import.Taken, answer.Import.Rejected).ShouldBe((3001, 3000, 0));
        (await fixture.ReadAsync<long>(Taken, importer.Id)).ShouldBe(3000);
    }

    [Fact]
    public async Task A_repeat_of_a_finished_import_has_no_effect_and_the_same_answer()
    {
        var rows = Rows(1200);
        Spoil(rows[7]);
        var first = await importer.ImportAsync("again", rows);

        (await importer.ImportAsync("again", rows)).ShouldBe(first);
        (await importer.ImportAsync("again", [])).ShouldBe(first);
        (await fixture.ReadAsync<long>(Taken, importer.Id)).ShouldBe(1199);
    }

    [Fact]
    public async Task Other_content_under_the_same_id_is_refused()
    {
        var rows = Rows(20);
        await importer.ImportAsync("other", rows);
        rows[3].Form.Remarks = "别的备注";

        var content = await Should.ThrowAsync<RpcException>(() => importer.ImportAsync("other", rows));
        var channel = await Should.ThrowAsync<RpcException>(() => importer.ImportAsync("other", rows, ApplicationChannel.Counter));

        (content.StatusCode, content.Reason()).ShouldBe((StatusCode.AlreadyExists, "IMPORT_ID_REUSED"));
        (channel.StatusCode, channel.Reason()).ShouldBe((StatusCode.AlreadyExists, "IMPORT_ID_REUSED"));
    }

    [Fact]
    public async Task Of_two_streams_of_one_import_the_one_that_was_overtaken_is_told()
    {
        var rows = Rows(3000);
        using var slow = importer.Client.ImportApplications();
        await TestImporter.SendAsync(slow, "two", rows[..1000], RowsAMessage);
        await Eventually.IsTrueAsync(async () => await NextRowAsync("two") == 1001);

        var fast = await importer.ImportAsync("two", rows);
        await TestImporter.SendAsync(slow, null, rows[1000..], RowsAMessage);
        await slow.RequestStream.CompleteAsync();
        var error = await Should.ThrowAsync<RpcException>(async () => await slow);

        fast.Import.Taken.ShouldBe(3000);
        (error.StatusCode, error.Reason()).ShouldBe((StatusCode.Aborted, "IMPORT_RUNNING"));
        (await fixture.ReadAsync<long>(Taken, importer.Id)).ShouldBe(3000);
    }

    [Fact]
    public async Task Two_agencies_may_choose_the_same_import_id()
    {
        var other = fixture.Importer("370102");
        await importer.ImportAsync("same", Rows(1));

        (await other.ImportAsync("same", Rows(2))).Import.Taken.ShouldBe(2);
        (await Should.ThrowAsync<RpcException>(async () => await other.Client.GetImportAsync(new GetImportRequest { ImportId = "unknown" })))
            .StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task A_number_taken_and_one_twice_in_the_file_are_faults_of_the_later_row()
    {
        var submitted = Applications.Submit();
        await fixture.Agency("370102", "intake").Client.SubmitApplicationAsync(submitted);
        var rows = Rows(1500);
        rows[0].Form.ApplicationNumber = submitted.Form.ApplicationNumber;
        rows[2].Form.ApplicationNumber = rows[1].Form.ApplicationNumber;
        rows[1400].Form.ApplicationNumber = rows[3].Form.ApplicationNumber;

        await importer.ImportAsync("taken", rows);

        (await importer.FaultsAsync("taken")).Select(fault => (fault.Row, fault.Field)).ShouldBe([(1, "ADC201"), (3, "ADC201"), (1401, "ADC201")]);
    }

    [Fact]
    public async Task A_person_twice_in_the_file_is_a_fault_of_the_later_row_also_while_the_earlier_one_is_being_written()
    {
        var rows = Rows(4200);
        foreach (var (earlier, later) in new[] { (3, 40), (990, 1010), (1700, 2999), (1990, 3100), (3005, 4150) })
        {
            var number = rows[later].Form.ApplicationNumber;
            rows[later].Form = rows[earlier].Form.Clone();
            rows[later].Form.ApplicationNumber = number;
        }

        await importer.ImportAsync("twice", rows);

        (await importer.FaultsAsync("twice")).Select(fault => (fault.Row, fault.Field)).ShouldBe(
            [(41, "AAC044"), (1011, "AAC044"), (3000, "AAC044"), (3101, "AAC044"), (4151, "AAC044")]);
        (await fixture.ReadAsync<long>(Taken, importer.Id)).ShouldBe(4195);
    }

    [Fact]
    public async Task A_row_of_another_division_is_a_fault_of_the_row()
    {
        var rows = Rows(2);
        rows[1].Form.RegistrationDivision = "370202";

        var answer = await importer.ImportAsync("division", rows);

        answer.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe([(2, "AAB301")]);
    }

    [Fact]
    public async Task Damaged_text_is_a_fault_of_the_row()
    {
        var rows = Rows(2);
        rows[0].Form.Name = "测\uFFFD";

        (await importer.ImportAsync("text", rows)).Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe([(1, "AAC003")]);
    }

    [Fact]
    public async Task A_stream_that_is_no_import_is_refused()
    {
        var gap = Rows(3);
        gap[2].Row = 4;

        (await Should.ThrowAsync<RpcException>(() => importer.ImportAsync("", Rows(1)))).Fields().ShouldBe(["import_id"]);
        (await Should.ThrowAsync<RpcException>(() => importer.ImportAsync("gap", gap))).Fields().ShouldBe(["row"]);
        (await Should.ThrowAsync<RpcException>(() => importer.ImportAsync("many", Rows(1001), rowsAMessage: 1001))).Fields().ShouldBe(["rows"]);
        using var headless = importer.Client.ImportApplications();
        await TestImporter.SendAsync(headless, null, Rows(1), 1);
        await headless.RequestStream.CompleteAsync();
        (await Should.ThrowAsync<RpcException>(async () => await headless)).Fields().ShouldBe(["header"]);
    }

    [Fact]
    public async Task An_agency_without_the_role_may_not_import()
    {
        var intake = fixture.Importer("370102", "intake");

        (await Should.ThrowAsync<RpcException>(() => intake.ImportAsync("role", Rows(1)))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Faults_come_in_pages()
    {
        var rows = Rows(250);
        rows.ForEach(Spoil);
        await importer.ImportAsync("pages", rows);

        (await importer.FaultsAsync("pages", pageSize: 70)).Select(fault => fault.Row).ShouldBe(Enumerable.Range(1, 250).Select(row => (long)row));
        var error = await Should.ThrowAsync<RpcException>(async () =>
            await importer.Client.ListImportFaultsAsync(new ListImportFaultsRequest { ImportId = "pages", PageSize = 1001, PageToken = "x" }));
        error.Fields().ShouldBe(["page_size", "page_token"]);
    }

    private static List<ApplicationRow> Rows(int count) => TestImporter.Rows(count);

    // Which field a bad row breaks follows from its number.
    private static void Spoil(ApplicationRow row)
    {
        switch (row.Row % 3)
        {
            case 0:
                row.Form.MobilePhone = "123";
                break;
            case 1:
                row.Form.Name = "";
                break;
            default:
                row.Form.UnemploymentReason = "99";
                break;
        }
    }

    private static string FieldSpoilt(ApplicationRow row) => (row.Row % 3) switch { 0 => "AAC067", 1 => "AAC003", _ => "AJC093" };

    private async Task<long> NextRowAsync(string importId)
    {
        try
        {
            return (await importer.Client.GetImportAsync(new GetImportRequest { ImportId = importId })).Import.NextRow;
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.NotFound)
        {
            return 0;
        }
    }
}
