using System.Collections.Frozen;

namespace Wenye.CodeTables;

/// <summary>One table of a snapshot (代码表).</summary>
internal sealed class CodeTable
{
    private readonly FrozenDictionary<string, CodeEntry[]> _codes;
    private readonly Lazy<CodeEntry[]> _inOrder;

    public CodeTable(IEnumerable<CodeEntry> entries)
    {
        _codes = entries.GroupBy(entry => entry.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(code => code.Key, LatestFirst, StringComparer.Ordinal);
        _inOrder = new(() => [.. _codes.OrderBy(code => code.Key, StringComparer.Ordinal).SelectMany(code => code.Value)]);
    }

    /// <summary>Every entry by code; of one code the latest first.</summary>
    public IReadOnlyList<CodeEntry> InOrder => _inOrder.Value;

    public CodeEntry? InForce(string code, DateOnly on)
    {
        if (_codes.TryGetValue(code, out var entries))
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

    private static CodeEntry[] LatestFirst(IGrouping<string, CodeEntry> code)
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
