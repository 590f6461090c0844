using System.Reflection;

namespace Wenye.CodeTables;

/// <summary>The CSV files embedded in this assembly (内置代码表文件).</summary>
internal static class ShippedFiles
{
    // documents: tables the documents print in full; standards: small national tables; divisions: derived by eng/divisions.
    private static readonly string[] Names = ["documents.csv", "standards.csv", "divisions.csv"];

    public static IEnumerable<CodeEntry> Read() => Names.SelectMany(Read);

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
