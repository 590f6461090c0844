using Wenye.Policy;

namespace Wenye.CodeTables.Tests;

public sealed class ShippedTablesTests
{
    private static readonly DateOnly Day = new(2020, 8, 10);

    private static readonly CodeTableSet Tables = CodeTableSet.Shipped;

    [Theory]
    [InlineData("AAC004", 3)]
    [InlineData("AAC005", 57)]
    [InlineData("AAC011", 14)]
    [InlineData("AAC014", 8)]
    [InlineData("AAC015", 5)]
    [InlineData("AAC024", 13)]
    [InlineData("AAC033", 4)]
    [InlineData("AAC058", 5)]
    [InlineData("AAE540", 2)]
    [InlineData("ADC221", 2)]
    [InlineData("ADC222", 2)]
    [InlineData("AJC00A", 12)]
    [InlineData("AJC093", 14)]
    [InlineData("ALA040", 11)]
    public void Each_small_table_is_complete(string table, int codes) =>
        Tables.Entries(table).Count().ShouldBe(codes);

    [Theory]
    [InlineData("ACA111")]
    [InlineData("AAC200")]
    public void A_table_that_is_not_shipped_says_so(string table) =>
        Tables.Find(table, "1234567", Day).ShouldBe(CodeStatus.TableNotLoaded);

    [Theory]
    [InlineData("AAC004", "0")]
    [InlineData("AAC005", "57")]
    [InlineData("AAC005", "97")]
    [InlineData("AAC011", "21")]
    [InlineData("AAC033", "4")]
    [InlineData("AJC093", "99")]
    [InlineData("AJC00A", "22")]
    [InlineData("AAB301", "370199")]
    [InlineData("AAB301", "370101")]
    [InlineData("AAB301", "429000")]
    [InlineData("AAC005", "1")]
    [InlineData("AAC005", "０１")]
    public void A_code_that_the_document_does_not_print_is_unknown(string table, string code) =>
        Tables.Find(table, code, Day).ShouldBe(CodeStatus.Unknown);

    [Theory]
    [InlineData("AAC005", "99", "其他人员")]
    [InlineData("AAC014", "411", "正高级")]
    [InlineData("ADC221", "2", "常驻地址")]
    [InlineData("AJC093", "50", "符合当地规定条件,承包土地被征用等情况（含转产渔民和牧民）")]
    [InlineData("AAB301", "370102", "历下区")]
    [InlineData("AAB301", "710000", "台湾省")]
    [InlineData("AAB301", "429004", "仙桃市")]
    public void A_code_has_the_printed_name(string table, string code, string label) =>
        Tables.Lookup(table, code, Day).ShouldNotBeNull().Label.ShouldBe(label);

    // An edition shows a change after it happened, so both codes hold between the two editions around the change.
    [Theory]
    [InlineData("371200", "2018-10-31", true)] // 莱芜市 until it became part of 济南市
    [InlineData("371200", "2020-01-01", false)]
    [InlineData("370116", "2018-10-31", false)]
    [InlineData("370116", "2019-06-01", true)]
    [InlineData("370684", "2020-10-01", true)] // 蓬莱市
    [InlineData("370684", "2020-11-20", false)]
    [InlineData("370614", "2020-09-29", false)] // 蓬莱区
    [InlineData("370614", "2020-09-30", true)]
    [InlineData("330103", "2020-12-31", true)] // 下城区
    [InlineData("330103", "2021-10-31", false)]
    [InlineData("330114", "2026-11-21", true)] // 钱塘区
    public void A_division_holds_while_its_editions_say_so(string code, string day, bool holds) =>
        Tables.Contains("AAB301", code, DateOnly.Parse(day)).ShouldBe(holds);

    [Fact]
    public void Every_division_lies_in_a_division_above_it()
    {
        var codes = Tables.Entries("AAB301").Select(entry => entry.Code).ToHashSet();

        foreach (var code in codes)
        {
            code.Length.ShouldBe(6);
            codes.ShouldContain(code[..2] + "0000");
            if (code[2..4] != "90") // counties that a province governs itself
            {
                (codes.Contains(code[..4] + "00") || code[..2] is "11" or "12" or "31" or "50").ShouldBeTrue(code);
            }
        }
    }

    [Fact]
    public void Every_entry_names_its_source() =>
        Tables.Tables.SelectMany(Tables.Entries).ShouldAllBe(entry => entry.Source.Length > 0);

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        Tables.Find("AAB301", "370102", Day);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var status = Tables.Find("AAB301", "370102", Day);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        status.ShouldBe(CodeStatus.Known);
    }
}
