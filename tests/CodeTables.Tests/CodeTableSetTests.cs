namespace Wenye.CodeTables.Tests;

public sealed class CodeTableSetTests
{
    private const string Header = "table,code,label,valid_from,valid_to,source\n";

    [Fact]
    public void A_code_may_change_its_name_and_each_day_has_one()
    {
        var tables = Load("T,1,old,,2020-06-30,a\nT,1,new,2020-07-01,,b\n");

        tables.Lookup("T", "1", new DateOnly(2020, 6, 30)).ShouldNotBeNull().Label.ShouldBe("old");
        tables.Lookup("T", "1", new DateOnly(2020, 7, 1)).ShouldNotBeNull().Label.ShouldBe("new");
    }

    [Fact]
    public void A_pause_between_two_entries_is_a_pause()
    {
        var tables = Load("T,1,old,,2020-06-30,a\nT,1,new,2020-08-01,,b\n");

        tables.Contains("T", "1", new DateOnly(2020, 7, 15)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("T,1,x,,,a\nT,1,y,,,b\n")]
    [InlineData("T,1,x,2020-01-01,2020-06-30,a\nT,1,y,2020-06-30,,b\n")]
    [InlineData("T,1,x,2020-07-01,2020-06-30,a\n")]
    [InlineData("T,1,x,2020-02-30,,a\n")]
    [InlineData("T,1,x,20200101,,a\n")]
    [InlineData("T,1\n")]
    [InlineData("T,,x,,,a\n")]
    public void A_table_that_contradicts_itself_is_refused(string lines) =>
        Should.Throw<InvalidDataException>(() => Load(lines));

    [Fact]
    public void A_file_with_other_columns_is_refused() =>
        Should.Throw<InvalidDataException>(() => CodeTableFile.Read(new StringReader("code,name\n1,x\n")).ToList());

    [Fact]
    public void Quoted_values_keep_commas_and_quotes()
    {
        var entries = CodeTableFile.Read(new StringReader(Header + "T,1,\"a,\"\"b\"\"\",,,s\n")).ToList();

        entries.ShouldHaveSingleItem().Label.ShouldBe("a,\"b\"");
    }

    private static CodeTableSet Load(string lines) => new(CodeTableFile.Read(new StringReader(Header + lines)));
}
