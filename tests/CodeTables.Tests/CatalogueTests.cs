namespace Wenye.CodeTables.Tests;

public sealed class CatalogueTests
{
    [Fact]
    public void It_names_the_sixteen_tables_of_the_one_document_and_the_one_of_the_other()
    {
        CodeTableCatalogue.All.Count(table => table.Source.StartsWith("鲁人社字〔2020〕39号 附件5 四(三)", StringComparison.Ordinal)).ShouldBe(16);
        CodeTableCatalogue.All.ShouldContain(table => table.Table == "AJC00A" && table.Source == "人社厅发〔2020〕79号 附件 二(二)");
        CodeTableCatalogue.All.SelectMany(table => table.Fields).ShouldBeUnique();
    }

    // docs/decisions/0012: the field lists are right, the definitions 11 and 12 swap the two.
    [Fact]
    public void Titles_and_levels_are_as_the_field_lists_have_them()
    {
        CodeTableCatalogue.Find("AAC200").ShouldNotBeNull().Fields.ShouldBe(["AAC200", "ACA204", "ACA205"]);
        CodeTableCatalogue.Find("AAC200")!.Name.ShouldBe("专业技术职务");
        CodeTableCatalogue.Find("AAC014").ShouldNotBeNull().Fields.ShouldBe(["AAC014", "ACA206", "ACA207"]);
        CodeTableCatalogue.Find("AAC014")!.Name.ShouldBe("专业技术职务级别");
    }

    [Fact]
    public void What_is_printed_in_full_is_shipped_and_what_is_shipped_is_named()
    {
        CodeTableCatalogue.All.Where(table => table.IsClosed).ShouldAllBe(table => CodeTableSet.Shipped.Tables.Contains(table.Table));
        CodeTableSet.Shipped.Tables.ShouldBeSubsetOf(CodeTableCatalogue.All.Select(table => table.Table));
        CodeTableCatalogue.All.Where(table => !CodeTableSet.Shipped.Tables.Contains(table.Table)).Select(table => table.Table)
            .ShouldBe(["ACA111", "AAC200", "GBT4754"]);
    }

    [Fact]
    public void Every_shipped_code_has_the_length_its_fields_take()
    {
        foreach (var entry in CodeTableSet.Shipped.Tables.SelectMany(CodeTableSet.Shipped.Entries))
        {
            entry.Code.Length.ShouldBe(CodeTableCatalogue.Find(entry.Table)!.CodeLength, entry.Table);
        }
    }
}
