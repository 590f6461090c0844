namespace Wenye.CodeTables.Distribution;

/// <summary>The snapshot that this process validates by (进程内代码表快照).</summary>
public sealed class CodeTableSource : ICodeTableSource
{
    private volatile Held _held = new(CodeTableSet.Shipped, Imported: null, Origin: "the tables that come with Wenye");

    /// <inheritdoc/>
    public CodeTableSet Current => _held.Tables;

    /// <summary>The version of the imported tables; null while none could be had and only the shipped ones are held.</summary>
    public long? Version => _held.Imported?.Version;

    internal ImportedCodeTables? Imported => _held.Imported;

    internal string Origin => _held.Origin;

    /// <exception cref="InvalidDataException">The tables contradict themselves; the snapshot stays as it was.</exception>
    internal void Take(ImportedCodeTables imported, string origin) =>
        _held = new Held(CodeTableSet.Shipped.With(imported.Entries), imported, origin);

    private sealed record Held(CodeTableSet Tables, ImportedCodeTables? Imported, string Origin);
}
