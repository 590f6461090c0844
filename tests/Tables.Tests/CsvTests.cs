using System.Globalization;
using System.Text;
using CsvHelper;

namespace Wenye.Tables.Tests;

public sealed class CsvTests
{
    [Fact]
    public async Task A_file_begins_with_the_mark_that_Excel_needs_and_has_one_line_of_headings()
    {
        var file = await Samples.WriteAsync(Samples.Table(), FileFormat.Csv, Samples.Full, Samples.Empty);

        file[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(file[3..]).ShouldBe(
            "代码,名称,人数,金额（元）,占比,万元,日期\r\n010203,某某市,1234567,123456789.01,4.125%,12.345,2020-09-30\r\n,,,,,,\r\n");
    }

    [Fact]
    public async Task Headings_in_rows_become_one_line_that_names_each_column_differently()
    {
        var file = await Samples.WriteAsync(Samples.Form, FileFormat.Csv);

        Encoding.UTF8.GetString(file[3..]).ShouldBe(
            "项目,单位总数,单位总数：新增单位,完成人数,完成人数：留用人数,完成人数：留用人数：毕业生人数,完成人数：其他就业,结束人数\r\n");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public async Task A_text_that_would_run_as_a_formula_is_marked_as_text(string text)
    {
        var cell = (await ReadAsync(Samples.Empty with { Name = text }))[1];

        cell.ShouldBe("'" + text);
    }

    [Fact]
    public async Task A_negative_number_is_a_number()
    {
        var cells = await ReadAsync(Samples.Empty with { People = -5, Fen = -150, Rate = -0.01m, Wan = -0.5m });

        cells[2..6].ShouldBe(["-5", "-1.50", "-1%", "-0.5"]);
    }

    [Fact]
    public async Task Quotes_commas_and_line_ends_come_back_as_they_were()
    {
        const string text = "甲\"乙\",丙\r\n丁\n";

        (await ReadAsync(Samples.Empty with { Name = text }))[1].ShouldBe(text);
    }

    private static async Task<string[]> ReadAsync(Sample row)
    {
        using var text = new StreamReader(new MemoryStream(await Samples.WriteAsync(Samples.Table(), FileFormat.Csv, row)));
        using var parser = new CsvParser(text, CultureInfo.InvariantCulture);
        (await parser.ReadAsync()).ShouldBeTrue();
        (await parser.ReadAsync()).ShouldBeTrue();
        return parser.Record!;
    }
}
