namespace Wenye.CodeTables.Tests;

/// <summary>Compares the shipped tables with the project's reference files, where these lie beside the repository.</summary>
/// <remarks>
/// The reference files come from sources that may not be redistributed, so they are never in the repository. Each test
/// goes through the files that are there; without them there is nothing to compare.
/// </remarks>
public sealed class ReferenceFilesTests
{
    private static readonly string Folder = RepositoryRoot.Shared("reference");

    [Fact]
    public void Person_tables_agree_with_the_reference_files()
    {
        var today = new DateOnly(2026, 11, 21);
        foreach (var (table, file, except) in PersonTables())
        {
            var reference = Rows(file).Where(row => !except.Contains(row["code"])).ToDictionary(row => row["code"], row => row["name"]);
            var shipped = CodeTableSet.Shipped.Entries(table)
                .Where(entry => entry.IsValidOn(today)).ToDictionary(entry => entry.Code, entry => entry.Label);

            shipped.ShouldBe(reference, ignoreOrder: true, table);
        }
    }

    // The reference lists are those of 31 December. What ours lacks must be younger than the last edition we derive from
    // (2023-06-30), or the two districts of 三沙市 that no edition of the packages has.
    [Fact]
    public void Divisions_agree_with_the_yearly_lists()
    {
        var history = Existing("01_gbt2260_history_1981_2024.csv").SelectMany(Rows).ToList();
        for (var year = 2019; year <= 2024 && history.Count > 0; year++)
        {
            var newYearsEve = new DateOnly(year, 12, 31);
            var missing = history
                .Where(row => Year(row, "valid_from", 0) <= year && year < Year(row, "valid_to", int.MaxValue))
                .Where(row => !CodeTableSet.Shipped.Contains("AAB301", row["code"], newYearsEve))
                .Where(row => Year(row, "valid_from", 0) < 2023)
                .Select(row => row["code"]);

            missing.Except(["460302", "460303"]).ShouldBeEmpty($"missing in {year}");
        }
    }

    // Within a year's uncertainty a code we accept is one that was in force; the rows without counterpart are the former
    // offices on the islands of 三沙市, which the packages still list.
    [Fact]
    public void Divisions_hold_no_code_that_was_long_abolished()
    {
        var history = Existing("01_gbt2260_history_1981_2024.csv").SelectMany(Rows).ToList();
        var ends = history.GroupBy(row => row["code"])
            .ToDictionary(code => code.Key, code => code.Max(row => Year(row, "valid_to", int.MaxValue)));
        if (ends.Count > 0)
        {
            var stale = CodeTableSet.Shipped.Entries("AAB301")
                .Where(entry => !entry.Code.StartsWith("4603", StringComparison.Ordinal))
                .Where(entry => (entry.ValidTo?.Year ?? int.MaxValue) > ends.GetValueOrDefault(entry.Code) + 1L);

            stale.ShouldBeEmpty();
        }
    }

    private static IEnumerable<(string Table, string File, string[] Except)> PersonTables()
    {
        var files = Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "02_*.csv").Order() : Enumerable.Empty<string>();
        foreach (var file in files)
        {
            var parts = Path.GetFileNameWithoutExtension(file).Split('_');
            if (parts[1] == "gbt12407")
            {
                yield return ("AAC014", file, []);
            }
            else if (parts[1].Length == 6 && CodeTableSet.Shipped.Tables.Contains(parts[1]))
            {
                // Codes that the reference file adds from elsewhere and the document does not print.
                yield return (parts[1], file, parts[1] switch { "AAC004" => ["0"], "AAC005" => ["97", "98"], _ => [] });
            }
        }
    }

    private static IEnumerable<string> Existing(string name) =>
        File.Exists(Path.Combine(Folder, name)) ? [Path.Combine(Folder, name)] : [];

    private static int Year(Dictionary<string, string> row, string column, int whenEmpty) =>
        row[column].Length == 0 ? whenEmpty : int.Parse(row[column]);

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        var lines = File.ReadLines(path).Select(line => line.Replace("\"", "", StringComparison.Ordinal));
        string[]? header = null;
        foreach (var line in lines)
        {
            if (header is null)
            {
                header = line.TrimStart('\uFEFF').Split(',');
                continue;
            }

            // One printed name holds a comma; it is the last column of its file but one.
            var values = line.Split(',');
            var name = Array.IndexOf(header, "name");
            var surplus = values.Length - header.Length;
            if (surplus > 0)
            {
                values = [.. values[..name], string.Join(',', values[name..(name + surplus + 1)]), .. values[(name + surplus + 1)..]];
            }

            yield return header.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }
}
