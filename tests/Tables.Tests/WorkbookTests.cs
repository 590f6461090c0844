using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Wenye.Tables.Tests;

public sealed class WorkbookTests
{
    [Fact]
    public async Task A_workbook_is_valid_and_holds_each_kind_as_itself()
    {
        using var book = Open(await Samples.WriteAsync(Samples.Table(), FileFormat.Xlsx, Samples.Full, Samples.Empty));

        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(book).Select(fault => $"{fault.Path?.XPath}: {fault.Description}").ShouldBeEmpty();
        var rows = Rows(book, 0);
        Texts(rows[0]).ShouldBe(["样例表"]);
        Texts(rows[1]).ShouldBe(["单位：人、元"]);
        Texts(rows[2]).ShouldBe(["代码", "名称", "人数", "金额（元）", "占比", "万元", "日期"]);
        Texts(rows[3]).ShouldBe(["010203", "某某市", "1234567", "123456789.01", "0.04125", "12.345", "44104"]);
        rows[3].Elements<Cell>().Select(cell => cell.DataType?.InnerText).ShouldBe(["inlineStr", "inlineStr", null, null, null, null, null]);
        rows[3].Elements<Cell>().Select(cell => FormatOf(book, cell)).ShouldBe(["49", "49", "3", "4", "10", "0", "164"]);
        DateTime.FromOADate(44104).ShouldBe(new DateTime(2020, 9, 30, 0, 0, 0, DateTimeKind.Unspecified));
        rows[4].Elements<Cell>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Headings_stand_as_a_form_prints_them()
    {
        using var book = Open(await Samples.WriteAsync(Samples.Form, FileFormat.Xlsx, [1, 2, 3, 4, 5, 6, 7]));

        new OpenXmlValidator().Validate(book).ShouldBeEmpty();
        var rows = Rows(book, 0);
        Texts(rows[2]).ShouldBe(["项目", "单位总数", "", "完成人数", "", "", "", "结束人数"]);
        Texts(rows[3]).ShouldBe(["", "", "新增单位", "", "留用人数", "", "其他就业", ""]);
        Texts(rows[4]).ShouldBe(["", "", "", "", "", "毕业生人数", "", ""]);
        Texts(rows[5]).ShouldBe(["", "1", "2", "8", "9", "10", "11", "12"]);
        Texts(rows[6]).ShouldBe(["合计", "1", "2", "3", "4", "5", "6", "7"]);
        book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<MergeCell>().Select(one => one.Reference!.Value).ShouldBe(
            ["A1:H1", "A2:H2", "B3:C3", "D3:G3", "E4:F4", "A3:A5", "B4:B5", "C4:C5", "D4:D5", "G4:G5", "H3:H5"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("_x0041_")]
    [InlineData(" 前后有空格 ")]
    [InlineData("甲<乙>&\"丙\"\n丁")]
    [InlineData("91370100163052345X")]
    public async Task A_text_comes_back_as_it_was_and_is_no_formula(string text)
    {
        using var book = Open(await Samples.WriteAsync(Samples.Table(), FileFormat.Xlsx, Samples.Empty with { Name = text }));

        var cell = Rows(book, 0)[3].Elements<Cell>().Single();
        cell.CellFormula.ShouldBeNull();
        cell.InlineString!.Text!.Text.Replace("_x005F_", "_", StringComparison.Ordinal).ShouldBe(text);
        cell.CellReference!.Value.ShouldBe("B4");
    }

    [Fact]
    public async Task Characters_that_no_workbook_may_hold_are_shown_as_such()
    {
        using var book = Open(await Samples.WriteAsync(Samples.Table(), FileFormat.Xlsx, Samples.Empty with { Name = "甲\u0001乙" }));

        Texts(Rows(book, 0)[3]).ShouldBe(["甲\uFFFD乙"]);
    }

    [Fact]
    public async Task A_text_too_long_for_a_cell_is_refused_not_cut() =>
        await Should.ThrowAsync<InvalidDataException>(() => Samples.WriteAsync(Samples.Table(), FileFormat.Xlsx, Samples.Empty with { Name = new string('字', 32_768) }));

    [Theory]
    [InlineData("就业/失业[2020]:报表*?", "就业_失业_2020__报表__")]
    [InlineData("'''", "_")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    public async Task The_sheet_is_named_after_the_title_as_far_as_Excel_allows(string title, string name)
    {
        using var book = Open(await Samples.WriteAsync(Samples.Table(title), FileFormat.Xlsx, Samples.Full));

        book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value).ShouldBe([name]);
        new OpenXmlValidator().Validate(book).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_sheet_cannot_hold_goes_on_in_the_next_with_its_headings()
    {
        using var file = new MemoryStream();
        var rows = Enumerable.Range(1, 5).Select(i => Samples.Empty with { People = i });
        await Workbook.WriteAsync(Samples.Table(), rows.ToAsyncEnumerable(), file, TestContext.Current.CancellationToken, mostRows: 5);
        using var book = Open(file.ToArray());

        new OpenXmlValidator().Validate(book).ShouldBeEmpty();
        book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value).ShouldBe(["样例表", "样例表_2", "样例表_3"]);
        Enumerable.Range(0, 3).Select(sheet => string.Join(' ', Rows(book, sheet).Skip(3).SelectMany(Texts))).ShouldBe(["1 2", "3 4", "5"]);
        Texts(Rows(book, 2)[2])[0].ShouldBe("代码");
    }

    [Fact]
    public async Task A_table_without_rows_still_has_its_headings()
    {
        using var book = Open(await Samples.WriteAsync(Samples.Table(), FileFormat.Xlsx));

        new OpenXmlValidator().Validate(book).ShouldBeEmpty();
        Rows(book, 0).Count.ShouldBe(3);
    }

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);

    private static List<Row> Rows(SpreadsheetDocument book, int sheet)
    {
        var id = book.WorkbookPart!.Workbook!.Descendants<Sheet>().ElementAt(sheet).Id!.Value!;
        return [.. ((WorksheetPart)book.WorkbookPart.GetPartById(id)).Worksheet!.Descendants<Row>()];
    }

    private static List<string> Texts(Row row) => [.. row.Elements<Cell>().Select(cell => cell.InlineString?.Text?.Text ?? cell.CellValue?.Text ?? "")];

    private static string FormatOf(SpreadsheetDocument book, Cell cell) =>
        book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.InnerText!;
}
