using System.Collections.Frozen;
using Wenye.Policy;

namespace Wenye.CodeTables;

/// <summary>Immutable snapshot of reference code tables (代码表快照).</summary>
/// <remarks>
/// A changed table is a new snapshot, so whoever validates a form sees one state throughout. Look-ups allocate nothing.
/// A code may have several entries, with names that changed or after a pause, but never two on one day. A heading is in
/// its table for people to find their way; no field may hold it, so <see cref="Find"/> does not know it.
/// </remarks>
public sealed class CodeTableSet : ICodeTables
{
    private static readonly Lazy<CodeTableSet> ShippedTables = new(() => new CodeTableSet(ShippedFiles.Read()));

    private readonly FrozenDictionary<string, CodeTable> _tables;

    /// <summary>Builds a snapshot of the entries (建立快照).</summary>
    /// <exception cref="InvalidDataException">Two entries of one code hold on the same day, or an entry ends before it begins.</exception>
    public CodeTableSet(IEnumerable<CodeEntry> entries)
        : this(Build(entries).ToFrozenDictionary())
    {
    }

    private CodeTableSet(FrozenDictionary<string, CodeTable> tables) => _tables = tables;

    /// <summary>The tables that come with Wenye (随系统发布的代码表).</summary>
    /// <remarks>See docs/decisions/0011-code-tables.md for what is shipped and what must be imported.</remarks>
    public static CodeTableSet Shipped => ShippedTables.Value;

    /// <summary>The tables that are loaded (已载入的代码表).</summary>
    public IReadOnlyCollection<string> Tables => _tables.Keys;

    /// <summary>This snapshot with whole tables in place of its own (以导入的表覆盖); the others are shared, not copied.</summary>
    /// <exception cref="InvalidDataException">As for a new snapshot.</exception>
    public CodeTableSet With(IEnumerable<CodeEntry> tables)
    {
        var all = new Dictionary<string, CodeTable>(_tables, StringComparer.Ordinal);
        foreach (var (name, table) in Build(tables))
        {
            all[name] = table;
        }

        return new CodeTableSet(all.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Every entry of a table (代码表全部代码) in order of the codes; none when it is not loaded.</summary>
    public IEnumerable<CodeEntry> Entries(string table) => _tables.TryGetValue(table, out var codes) ? codes.InOrder : [];

    /// <inheritdoc/>
    public CodeStatus Find(string table, string code, DateOnly on)
    {
        if (!_tables.TryGetValue(table, out var codes))
        {
            return CodeStatus.TableNotLoaded;
        }

        return codes.InForce(code, on) is { Heading: false } ? CodeStatus.Known : CodeStatus.Unknown;
    }

    /// <summary>Whether a field may hold the code on the day (是否可填报).</summary>
    public bool Contains(string table, string code, DateOnly on) => Find(table, code, on) == CodeStatus.Known;

    /// <summary>The entry of a code on the day (代码项), headings too; nothing when the table or the code is not there.</summary>
    public CodeEntry? Lookup(string table, string code, DateOnly on) =>
        _tables.TryGetValue(table, out var codes) ? codes.InForce(code, on) : null;

    /// <summary>Codes in force on a day (搜索代码), headings too, in order of the codes.</summary>
    /// <param name="table">The table; one that is not loaded holds nothing.</param>
    /// <param name="query">The code begins with it or the name contains it; empty: all.</param>
    /// <param name="parent">Only codes directly under this one; empty: all.</param>
    /// <param name="on">The day.</param>
    /// <param name="after">Only codes after this one; null: from the first.</param>
    public IEnumerable<CodeEntry> Search(string table, string query, string parent, DateOnly on, string? after = null) =>
        Entries(table).Where(entry => (after is null || string.CompareOrdinal(entry.Code, after) > 0)
            && entry.IsValidOn(on)
            && (parent.Length == 0 || entry.Parent == parent)
            && (entry.Code.StartsWith(query, StringComparison.Ordinal) || entry.Label.Contains(query, StringComparison.Ordinal)));

    private static IEnumerable<KeyValuePair<string, CodeTable>> Build(IEnumerable<CodeEntry> entries) =>
        entries.GroupBy(entry => entry.Table, StringComparer.Ordinal).Select(table => KeyValuePair.Create(table.Key, new CodeTable(table)));
}
