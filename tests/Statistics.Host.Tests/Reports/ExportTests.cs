using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.Contracts.Tables.V1;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Reports;

/// <summary>A report leaves as a file that Excel opens with Chinese headings (报表导出).</summary>
public sealed class ExportTests(StatisticsFixture fixture) : ReportTestBase(fixture)
{
    private static readonly string[] Headings = ["行政区划代码", "行政区划", "指标", "分组", "分项", "数量", "金额（元）", "比率", "计量单位", "说明"];

    [Fact]
    public async Task Csv_and_workbook_hold_what_the_report_holds()
    {
        await AnnounceAsync(Job("374102", InSeptember));

        var (name, type, csv) = await ExportAsync(TableFormat.Csv);
        (name, type).ShouldBe(("城镇新增就业情况表_374100_2020-09.csv", "text/csv; charset=utf-8"));
        csv[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(csv, 3, csv.Length - 3).Split("\r\n");
        lines[0].ShouldBe(string.Join(',', Headings));
        lines.ShouldContain("374102,,城镇新就业人员数,就业方式,单位就业,1,,,人,");

        var (_, _, xlsx) = await ExportAsync(TableFormat.Xlsx);
        using var book = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();
        rows[0].ShouldBe(["城镇新增就业情况表"]);
        rows[1].ShouldBe(["报告期：2020-09"]);
        rows[2].ShouldBe(Headings);
        rows.ShouldContain(row => row.Contains("单位就业") && row.Contains("374102"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_not_exported()
    {
        await RefusedAsync(StatusCode.PermissionDenied, () => ExportAsync(TableFormat.Csv, "374200"));
        (await RefusedAsync(StatusCode.InvalidArgument, () => ExportAsync(TableFormat.Unspecified))).Fields().ShouldBe(["format"]);
    }

    private async Task<(string Name, string Type, byte[] Content)> ExportAsync(TableFormat format, string division = "374100")
    {
        using var call = Reports("374100").ExportReport(new()
        {
            Report = new() { Kind = ReportKind.NewEmployment, Division = division, Period = September, Basis = ReportBasis.Live, Breakdown = Breakdown.Below },
            Format = format,
        });
        var (name, type, content) = ("", "", new MemoryStream());
        await foreach (var message in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            (name, type) = message.Part.FileName.Length > 0 ? (message.Part.FileName, message.Part.ContentType) : (name, type);
            message.Part.Data.WriteTo(content);
        }

        return (name, type, content.ToArray());
    }
}
