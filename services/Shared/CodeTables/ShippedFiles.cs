using System.Reflection;

namespace Wenye.CodeTables;

/// <summary>The CSV files embedded in this assembly (内置代码表文件).</summary>
internal static class ShippedFiles
{
    private const string Divisions = "AAB301";

    // documents: tables the documents print in full; standards: small national tables; divisions: derived by eng/divisions.
    private static readonly string[] Names = ["documents.csv", "standards.csv", "divisions.csv"];

    public static IEnumerable<CodeEntry> Read()
    {
        var entries = Names.SelectMany(Read).ToList();
        var divisions = entries.Where(entry => entry.Table == Divisions).Select(entry => entry.Code).ToHashSet(StringComparer.Ordinal);
        return entries.Select(entry => entry.Table == Divisions ? entry with { Parent = DivisionAbove(entry.Code, divisions) } : entry);
    }

    // The digits say it: 370102 lies in 370100, that in 370000; 110101 and 429004 directly in their province.
    private static string DivisionAbove(string code, HashSet<string> divisions)
    {
        var (city, province) = ($"{code[..4]}00", $"{code[..2]}0000");
        return code == province ? "" : code != city && divisions.Contains(city) ? city : province;
    }

    private static IEnumerable<CodeEntry> Read(string name)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name} is not embedded.");
        using var text = new StreamReader(stream);
        foreach (var entry in CodeTableFile.Read(text))
        {
            yield return entry;
        }
    }
}
