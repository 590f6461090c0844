using System.Collections.Frozen;
using Wenye.Policy;

namespace Wenye.CodeTables;

/// <summary>Immutable snapshot of reference code tables (代码表快照).</summary>
/// <remarks>
/// A changed table is a new snapshot, so whoever validates a form sees one state throughout. Look-ups allocate nothing.
/// A code may have several entries, with names that changed or after a pause, but never two on one day.
/// </remarks>
public sealed class CodeTableSet : ICodeTables
{
    private static readonly Lazy<CodeTableSet> ShippedTables = new(() => new CodeTableSet(ShippedFiles.Read()));

    private readonly FrozenDictionary<string, FrozenDictionary<string, CodeEntry[]>> _tables;

    /// <summary>Builds a snapshot of the entries (建立快照).</summary>
    /// <exception cref="InvalidDataException">Two entries of one code hold on the same day, or an entry ends before it begins.</exception>
    public CodeTableSet(IEnumerable<CodeEntry> entries)
    {
        _tables = entries.GroupBy(entry => entry.Table).ToFrozenDictionary(
            table => table.Key,
            table => table.GroupBy(entry => entry.Code).ToFrozenDictionary(code => code.Key, InOrder));
    }

    /// <summary>The tables that come with Wenye (随系统发布的代码表).</summary>
    /// <remarks>See docs/decisions/0011-code-tables.md for what is shipped and what must be imported.</remarks>
    public static CodeTableSet Shipped => ShippedTables.Value;

    /// <summary>The tables that are loaded (已载入的代码表).</summary>
    public IReadOnlyCollection<string> Tables => _tables.Keys;

    /// <summary>Every entry of a table (代码表全部代码), in no order; none when it is not loaded.</summary>
    public IEnumerable<CodeEntry> Entries(string table) =>
        _tables.TryGetValue(table, out var codes) ? codes.Values.SelectMany(entries => entries) : [];

    /// <inheritdoc/>
    public CodeStatus Find(string table, string code, DateOnly on)
    {
        if (!_tables.TryGetValue(table, out var codes))
        {
            return CodeStatus.TableNotLoaded;
        }

        return InForce(codes, code, on) is null ? CodeStatus.Unknown : CodeStatus.Known;
    }

    /// <summary>Whether a table holds a code on the day (是否在代码表中).</summary>
    public bool Contains(string table, string code, DateOnly on) => Lookup(table, code, on) is not null;

    /// <summary>The entry of a code on the day (代码项), or nothing when the table or the code is not there.</summary>
    public CodeEntry? Lookup(string table, string code, DateOnly on) =>
        _tables.TryGetValue(table, out var codes) ? InForce(codes, code, on) : null;

    private static CodeEntry? InForce(FrozenDictionary<string, CodeEntry[]> codes, string code, DateOnly on)
    {
        if (codes.TryGetValue(code, out var entries))
        {
            foreach (var entry in entries)
            {
                if (entry.IsValidOn(on))
                {
                    return entry;
                }
            }
        }

        return null;
    }

    private static CodeEntry[] InOrder(IGrouping<string, CodeEntry> code)
    {
        // The latest entry first: it is the one that nearly every question is about.
        var entries = code.OrderByDescending(entry => entry.ValidFrom ?? DateOnly.MinValue).ToArray();
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            if (entry.ValidTo < entry.ValidFrom)
            {
                throw new InvalidDataException($"{entry.Table} {entry.Code} ends before it begins.");
            }

            if (i > 0 && entry.Overlaps(entries[i - 1]))
            {
                throw new InvalidDataException($"{entry.Table} {entry.Code} has two entries for one day.");
            }
        }

        return entries;
    }
}
