using Wenye.CodeTables;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Architecture.Tests;

/// <summary>Every service validates by the same tables, and the catalogue agrees with the field lists.</summary>
public sealed class CodeTableTests
{
    public static TheoryData<string> Programs => [.. SourceTree.Files("services", "Program.cs")];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Every_service_holds_the_code_tables(string program) =>
        SourceTree.Lines(program).Count(line => line == "builder.AddCodeTables();").ShouldBe(1, program);

    [Fact]
    public void There_are_six_services() => Programs.Count.ShouldBe(6);

    [Fact]
    public void Every_coded_field_of_the_application_is_ruled_by_its_table_and_takes_its_codes()
    {
        var coded = FieldRules.Application.Rows.Where(row => row.Format.Table is not null).ToList();
        coded.ShouldNotBeEmpty();
        foreach (var row in coded)
        {
            var table = CodeTableCatalogue.Find(row.Format.Table!).ShouldNotBeNull(row.Format.Table);
            table.Fields.ShouldContain(row.Code);
            table.CodeLength.ShouldBe(row.Format.Length, row.Code);
        }
    }
}
