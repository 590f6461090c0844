using System.Globalization;
using Wenye.Policy;

namespace Wenye.Cases;

/// <summary>A file of cases, or the reason why it is none.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Cases">Its cases.</param>
/// <param name="Fault">Why it cannot be read; null when it can.</param>
public sealed record CaseFile(string File, IReadOnlyList<PolicyCase> Cases, string? Fault);

/// <summary>A policy case (政策用例): facts in, decision out.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Program">Which decision.</param>
/// <param name="Entry">The case as written.</param>
public sealed record PolicyCase(string Name, string Program, DataNode.Map Entry)
{
    /// <summary>Where the decision is taken.</summary>
    public Division Region => Division.Parse(Text("region"));

    /// <summary>The day the decision is taken.</summary>
    public DateOnly AsOf => DateOnly.ParseExact(Text("as_of"), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The facts.</summary>
    public FactSet Given => Entry.Find("given") is DataNode.Map given ? new(given) : FactSet.Empty;

    /// <summary>What is expected, by key.</summary>
    public IReadOnlyDictionary<string, DataNode> Expected =>
        Entry.Find("expect") is DataNode.Map expected ? expected.Entries : throw new FormatException("expect 缺失。");

    /// <summary>The parameters: those shipped, with the operator's <c>settings</c> of this case where it has some.</summary>
    public ParameterSet Under(ParameterSet shipped) => Entry.Find("settings") is { } settings ? shipped.With(Name, settings) : shipped;

    private string Text(string key) => Entry.Find(key) is DataNode.Scalar scalar ? scalar.Text : throw new FormatException($"{key} 缺失。");
}

/// <summary>Finds and reads files of cases.</summary>
public static class CaseFiles
{
    /// <summary>Every <c>*.cases.yaml</c> below a folder, in order of path.</summary>
    public static IEnumerable<CaseFile> Below(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.cases.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)
        : [new(folder, [], "没有这个文件夹")];

    private static CaseFile Read(string path)
    {
        var file = Path.GetFileName(path);
        try
        {
            return YamlText.Parse(file, File.ReadAllText(path)) is DataNode.List list
                ? new(file, [.. list.Items.Select(Case)], null)
                : new(file, [], "应为用例列表");
        }
        catch (Exception fault) when (fault is PolicyDataException or FormatException)
        {
            return new(file, [], fault.Message);
        }
    }

    private static PolicyCase Case(DataNode node) =>
        node is DataNode.Map map && map.Find("program") is DataNode.Scalar program
            ? new(map.Find("name") is DataNode.Scalar name ? name.Text : "(无名)", program.Text, map)
            : throw new FormatException("用例缺少 program。");
}
