namespace Wenye.CodeTables.Tests;

/// <summary>Rows that cannot be taken, each by line and column.</summary>
public sealed class EditionChecksTests
{
    [Fact]
    public void A_good_edition_has_no_fault() =>
        Faults("ACA111", null, new EditionRow(2, "2", "大类"), new EditionRow(3, "2020201", "小类", "2")).ShouldBeEmpty();

    [Theory]
    [InlineData("", "名称", "", "code")]
    [InlineData("12 4567", "名称", "", "code")]
    [InlineData("１２３４５６７", "名称", "", "code")]
    [InlineData("123456789012345678901", "名称", "", "code")]
    [InlineData("1", "", "", "name")]
    [InlineData("1", " 名称", "", "name")]
    [InlineData("1", "名\u0007称", "", "name")]
    [InlineData("1", "名称", "9", "parent")]
    [InlineData("1", "名称", "1", "parent")]
    public void A_row_at_fault_is_named_by_line_and_column(string code, string label, string parent, string column)
    {
        var fault = Faults("TEST1", null, new EditionRow(7, code, label, parent)).ShouldHaveSingleItem();

        fault.Line.ShouldBe(7);
        fault.Column.ShouldBe(column);
        fault.Message.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_code_of_another_length_than_the_fields_is_a_fault() =>
        Faults("AAB301", null, new EditionRow(2, "370102001", "街道")).ShouldHaveSingleItem().Column.ShouldBe("code");

    [Fact]
    public void Days_must_follow_each_other() =>
        Faults("TEST1", null, new EditionRow(2, "1", "名称", "", new DateOnly(2020, 2, 1), new DateOnly(2020, 1, 1)))
            .ShouldHaveSingleItem().Column.ShouldBe("valid_to");

    [Theory]
    [InlineData("2020-06-30", "2020-07-01", 0)]
    [InlineData("2020-07-01", "2020-07-01", 1)]
    [InlineData(null, "2020-07-01", 1)]
    [InlineData("2020-06-30", null, 1)]
    public void Rows_of_one_code_must_not_overlap(string? firstEnds, string? secondBegins, int faults) =>
        Faults(
            "TEST1", null,
            new EditionRow(2, "1", "甲", ValidTo: Day(firstEnds)),
            new EditionRow(5, "1", "乙", ValidFrom: Day(secondBegins))).Select(fault => fault.Line).ShouldBe(Enumerable.Repeat(5L, faults));

    // 附件5 四(三)2 prints 1, 2 and 9; the standard's 0 is not among them.
    [Fact]
    public void What_a_document_prints_in_full_gets_other_codes_only_from_a_day_on()
    {
        EditionRow[] rows = [new(2, "0", "未知的性别"), new(3, "1", "男性")];

        Faults("AAC004", null, rows).ShouldHaveSingleItem().Line.ShouldBe(2);
        Faults("AAC004", new DateOnly(2027, 1, 1), rows).ShouldBeEmpty();
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text);

    private static List<RowFault> Faults(string table, DateOnly? from, params EditionRow[] rows) =>
        [.. EditionChecks.Faults(new EditionText(table, "new", from, rows), CodeTableSet.Shipped)];
}
