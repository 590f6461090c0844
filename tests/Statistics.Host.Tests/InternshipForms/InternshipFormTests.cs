using System.Text;
using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.Contracts.Tables.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.InternshipForms;

/// <summary>The monthly form of internships: filed, checked by the printed relations, corrected by versions, added up, exported.</summary>
public sealed class InternshipFormTests(StatisticsFixture fixture)
{
    private const string Month = "2020-09";

    [Fact]
    public async Task A_form_is_filed_once_and_corrected_by_a_new_version_with_its_reason()
    {
        var client = Client("371402");
        var request = Request("371402");
        var filed = await client.SubmitInternshipFormAsync(request);
        filed.Report.Version.ShouldBe(1);
        filed.Report.DueOn.ToDay().ShouldBe(new DateOnly(2020, 10, 9), "the 5th lies in the holidays");
        filed.Report.Late.ShouldBeTrue();
        filed.Decision.Outcome.ShouldBe(Outcome.Granted);
        (await client.SubmitInternshipFormAsync(request)).ShouldBe(filed);

        (await RefusedAsync(StatusCode.FailedPrecondition, () => client.SubmitInternshipFormAsync(Request("371402")).ResponseAsync)).Reason().ShouldBe("FORM_CHANGED");
        var correction = Request("371402");
        (correction.ReplacesVersion, correction.Reason, correction.Columns.Units) = (1, "漏报一家见习单位", 4);
        (await client.SubmitInternshipFormAsync(correction)).Report.Version.ShouldBe(2);
        var again = Request("371402");
        (again.ReplacesVersion, again.Reason) = (1, "再次更正");
        (await RefusedAsync(StatusCode.FailedPrecondition, () => client.SubmitInternshipFormAsync(again).ResponseAsync)).Reason().ShouldBe("FORM_CHANGED");

        var history = await client.GetInternshipFormAsync(new() { Division = "371402", Month = Month });
        history.Versions.Select(one => (one.Version, one.Columns.Units, one.Reason)).ShouldBe([(2, 4, "漏报一家见习单位"), (1, 3, "")]);
        history.Versions[0].Late.ShouldBeTrue("a correction does not make a late form timely");
        history.Decision.Program.ShouldBe("statistics.internship_form");
    }

    [Fact]
    public async Task Two_at_once_file_one_form()
    {
        var client = Client("371403");
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                return (await client.SubmitInternshipFormAsync(Request("371403"))).Report.Version;
            }
            catch (RpcException refusal) when (refusal.StatusCode == StatusCode.FailedPrecondition)
            {
                return 0;
            }
        }));
        both.Order().ShouldBe([0, 1]);
    }

    [Fact]
    public async Task Every_column_and_every_relation_at_fault_is_told_at_once_by_its_number()
    {
        var relations = Request("371422");
        (relations.Columns.NewUnits, relations.Columns.Started, relations.Columns.RetainedGraduates) = (4, 9, 5);
        var wrong = await RefusedAsync(StatusCode.InvalidArgument, () => Client("371422").SubmitInternshipFormAsync(relations).ResponseAsync);
        wrong.Fields().ShouldBe(["columns.units", "columns.planned", "columns.retained"], ignoreOrder: true);
        wrong.Violations().ShouldContain(violation => violation.Description.Contains("第 5 栏") && violation.Description.Contains("5≥6"));

        var missing = Request("371422");
        missing.Columns.ClearPosts();
        missing.Columns.EndedEarly = -1;
        missing.Columns.ClearPaidFen();
        (missing.Month, missing.Handling, missing.Reason) = ("2020-13", null, "没有要更正的");
        (await RefusedAsync(StatusCode.InvalidArgument, () => Client("371422").SubmitInternshipFormAsync(missing).ResponseAsync)).Fields()
            .ShouldBe(["month", "reason", "AAE011", "columns.posts", "columns.ended_early", "columns.paid_fen"], ignoreOrder: true);

        foreach (var (month, division) in new[] { ("2020-06", "371422"), ("2999-01", "371422"), (Month, "379999") })
        {
            var request = Request(division);
            request.Month = month;
            (await RefusedAsync(StatusCode.InvalidArgument, () => Client("370000", Roles.Statistician, Roles.Province).SubmitInternshipFormAsync(request).ResponseAsync)).Fields()
                .ShouldContain(division == "379999" ? "division" : "month");
        }

        await RefusedAsync(StatusCode.NotFound, () => Client("371422").GetInternshipFormAsync(new() { Division = "371422", Month = Month }).ResponseAsync);
    }

    [Fact]
    public async Task Other_divisions_and_roles_without_the_permission_are_refused()
    {
        await RefusedAsync(StatusCode.PermissionDenied, () => Client("370100").SubmitInternshipFormAsync(Request("371423")).ResponseAsync);
        await RefusedAsync(StatusCode.PermissionDenied, () => Client("370100").SumInternshipFormsAsync(new() { Division = "371400", Month = Month }).ResponseAsync);
        await RefusedAsync(StatusCode.PermissionDenied, () => Client("371423", Roles.Payer).SubmitInternshipFormAsync(Request("371423")).ResponseAsync);
    }

    [Fact]
    public async Task Counties_add_up_to_the_city_and_the_file_shows_them_under_the_printed_headings()
    {
        var city = Client("371500");
        foreach (var division in new[] { "371502", "371521", "371500" })
        {
            await city.SubmitInternshipFormAsync(Request(division));
        }

        var sum = await city.SumInternshipFormsAsync(new() { Division = "371500", Month = Month });
        sum.Rows.Select(row => (row.Division, row.Columns.Completed, row.Forms)).ShouldBe([("371500", 7, 1), ("371502", 7, 1), ("371521", 7, 1)]);
        sum.Total.Columns.Completed.ShouldBe(21);
        sum.Total.Columns.PaidFen.ShouldBe(3 * 12_345_000);
        sum.Total.LateForms.ShouldBe(3);
        sum.Decision.Outcome.ShouldBe(Outcome.Granted);
        sum.Missing.ShouldContain(one => one.Division == "371522" && one.Overdue);
        sum.Missing.ShouldNotContain(one => one.Division == "371502");

        var whole = await Client("370000").SumInternshipFormsAsync(new() { Division = "370000", Month = Month });
        whole.Rows.Single(row => row.Division == "371500").Columns.ShouldBe(sum.Total.Columns);

        var page = await city.ListInternshipFormsAsync(new() { Division = "371500", FromMonth = "2020-01", ToMonth = Month, PageSize = 2 });
        var rest = await city.ListInternshipFormsAsync(new() { Division = "371500", FromMonth = "2020-01", ToMonth = Month, PageSize = 2, PageToken = page.NextPageToken });
        page.Reports.Concat(rest.Reports).Select(one => one.Division).ShouldBe(["371500", "371502", "371521"]);
        rest.NextPageToken.ShouldBeEmpty();

        var (name, csv) = await FileAsync(city, TableFormat.Csv);
        name.ShouldBe("青年就业见习工作情况汇总表_371500_2020-09.csv");
        var lines = Encoding.UTF8.GetString(csv).TrimStart('\uFEFF').Split("\r\n");
        lines[0].ShouldContain("本期完成见习人数：被见习单位留用人数：离校未就业高校毕业生人数,本期完成见习人数：其他方式就业人数,本期非正常结束见习人数");
        lines[2].ShouldBe("371502,东昌府区,3,3,9,9,8,8,8,7,4,4,3,1,0,12.345,1,1");
        lines[4].ShouldBe(",合计,9,9,27,27,24,24,24,21,12,12,9,3,0,37.035,3,3");
        (await FileAsync(city, TableFormat.Xlsx)).Data[..2].ShouldBe("PK"u8.ToArray());
        (await RefusedAsync(StatusCode.InvalidArgument, () => FileAsync(city, TableFormat.Unspecified))).Fields().ShouldBe(["format"]);
    }

    private static async Task<(string Name, byte[] Data)> FileAsync(InternshipFormService.InternshipFormServiceClient client, TableFormat format)
    {
        using var call = client.ExportInternshipForms(new() { Division = "371500", Month = Month, Format = format });
        var (name, data) = ("", new List<byte>());
        await foreach (var answer in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            name += answer.Part.FileName;
            data.AddRange(answer.Part.Data);
        }

        return (name, [.. data]);
    }

    private static SubmitInternshipFormRequest Request(string division) => new()
    {
        RequestId = Guid.CreateVersion7().ToString(),
        Division = division,
        Month = Month,
        Columns = new()
        {
            Units = 3, NewUnits = 3, Posts = 9, NewPosts = 9, Planned = 8, Started = 8, StartedGraduates = 8, Completed = 7, Retained = 4, RetainedGraduates = 4,
            EmployedOtherwise = 3, EndedEarly = 1, InPost = 0, PaidFen = 12_345_000,
        },
        Handling = new() { Operator = "填报甲" },
    };

    private InternshipFormService.InternshipFormServiceClient Client(string division, params string[] roles) =>
        new(fixture.Service.Calls(fixture.Issuer.Token("statistics-office", division, [.. roles.DefaultIfEmpty(Roles.Statistician)])));

    private static async Task<RpcException> RefusedAsync(StatusCode code, Func<Task> call)
    {
        var refusal = await Should.ThrowAsync<RpcException>(call);
        refusal.StatusCode.ShouldBe(code);
        return refusal;
    }
}
