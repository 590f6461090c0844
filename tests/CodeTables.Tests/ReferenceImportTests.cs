using Wenye.Contracts.Registration.V1;
using Wenye.Operator.CodeTables;
using Wenye.Policy;

namespace Wenye.CodeTables.Tests;

/// <summary>Imports the project's reference files, where these lie beside the repository, as an operator would.</summary>
public sealed class ReferenceImportTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly string Folder = RepositoryRoot.Shared("reference");

    [Fact]
    public void Every_file_of_the_folder_that_is_taken_is_without_fault()
    {
        foreach (var file in Files())
        {
            EditionChecks.Faults(Edition(file), CodeTableSet.Shipped).ShouldBeEmpty(file.Path);
        }
    }

    [Fact]
    public void The_large_national_tables_answer_after_the_import()
    {
        if (Files() is not { Count: > 0 } files)
        {
            return;
        }

        var tables = CodeTableSet.Shipped.With(files.SelectMany(file => Merge(file).Entries));

        tables.Find("ACA111", "2023201", Day).ShouldBe(CodeStatus.Known);
        tables.Find("ACA111", "20232", Day).ShouldBe(CodeStatus.Unknown);
        tables.Entries("ACA111").Count(entry => !entry.Heading).ShouldBe(1643);
        tables.Find("AAC200", "011", Day).ShouldBe(CodeStatus.Known);
        tables.Find("AAC200", "010", Day).ShouldBe(CodeStatus.Unknown);
        tables.Entries("AAC200").Count(entry => entry.Heading).ShouldBe(56);
        tables.Find("GBT4754", "0111", Day).ShouldBe(CodeStatus.Known);
        tables.Find("AAB301", "371200", new DateOnly(2018, 12, 30)).ShouldBe(CodeStatus.Known);
        tables.Find("AAB301", "371200", Day).ShouldBe(CodeStatus.Unknown);
        tables.Find("AAB301", "460302", Day).ShouldBe(CodeStatus.Known);
        tables.Find("AAC004", "0", Day).ShouldBe(CodeStatus.Unknown);
    }

    [Fact]
    public void The_yearly_lists_follow_from_the_history()
    {
        if (Files().FirstOrDefault(file => file.Table == "AAB301") is not { } history)
        {
            return;
        }

        var tables = new CodeTableSet(Merge(history).Entries);
        foreach (var year in new[] { 2020, 2024 })
        {
            var list = TableRows.Read(File.OpenText(Path.Combine(Folder, $"01_gbt2260_{year}.csv"))).ToDictionary(row => row.Code, row => row.Label);
            tables.Search("AAB301", "", "", new DateOnly(year, 12, 31)).ToDictionary(entry => entry.Code, entry => entry.Label).ShouldBe(list, ignoreOrder: true);
        }
    }

    [Fact]
    public void What_is_shipped_and_not_printed_agrees_with_the_files()
    {
        foreach (var file in Files().Where(file => file.Table is "AAC024" or "AAC033"))
        {
            Merge(file).Changes.ShouldBeEmpty(file.Path);
        }
    }

    private static MergedTable Merge(TableFile file) => EditionMerge.Merge(CodeTableSet.Shipped.Entries(file.Table!), Edition(file));

    private static EditionText Edition(TableFile file)
    {
        using var text = File.OpenText(file.Path);
        return new EditionText(file.Table!, Path.GetFileName(file.Path), null, [.. TableRows.Read(text).Select(Row)]);
    }

    private static EditionRow Row(CodeRow row) => new(row.Line, row.Code, row.Label, row.Parent, Day2(row.ValidFrom), Day2(row.ValidTo), row.Heading);

    private static DateOnly? Day2(Contracts.Type.V1.Date? day) => day is null ? null : new DateOnly(day.Year, day.Month, day.Day);

    private static List<TableFile> Files() =>
        !Directory.Exists(Folder) ? []
        : [.. ImportPlan.Of(
                [.. Directory.EnumerateFiles(Folder, "*.csv").Order().Select(TableFile.Of)],
                CodeTableCatalogue.All.ToDictionary(table => table.Table, table => new CodeTable { PrintedInFull = table.IsClosed }), only: null, everything: false)
            .Where(plan => plan.LeftOut is null).Select(plan => plan.File)];
}
