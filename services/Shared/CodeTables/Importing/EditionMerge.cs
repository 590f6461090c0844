namespace Wenye.CodeTables;

/// <summary>What a table becomes when an edition is taken over (导入结果).</summary>
/// <param name="Entries">The whole table afterwards, in order of code and day.</param>
/// <param name="Changes">Every code that changed, in order of the codes.</param>
/// <param name="Unchanged">How many codes of the edition are as they were.</param>
public sealed record MergedTable(IReadOnlyList<CodeEntry> Entries, IReadOnlyList<CodeChange> Changes, int Unchanged);

/// <summary>Takes an edition over (合并版本): before its day the table stays as it was, from then on it is the edition. Pure.</summary>
public static class EditionMerge
{
    /// <summary>The table with the edition (合并).</summary>
    /// <param name="before">Every entry of the table so far; none for a new table.</param>
    /// <param name="edition">Without fault, see <see cref="EditionChecks"/>.</param>
    public static MergedTable Merge(IEnumerable<CodeEntry> before, EditionText edition)
    {
        var former = ByCode(before);
        var coming = ByCode(Clipped(Entries(edition), edition.EffectiveFrom, to: null));
        var entries = new List<CodeEntry>();
        var changes = new List<CodeChange>();
        var unchanged = 0;
        foreach (var code in former.Keys.Union(coming.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var was = former.GetValueOrDefault(code, []);
            var held = coming.GetValueOrDefault(code, []);
            var kept = edition.EffectiveFrom is { } day ? Clipped(was, from: null, day.AddDays(-1)) : [];
            var becomes = Joined([.. kept, .. held]);
            entries.AddRange(becomes);
            if (ChangeOf(code, was, becomes) is { } change)
            {
                changes.Add(change);
            }
            else if (held.Count > 0)
            {
                unchanged++;
            }
        }

        return new MergedTable(entries, changes, unchanged);
    }

    private static IEnumerable<CodeEntry> Entries(EditionText edition)
    {
        var definition = CodeTableCatalogue.Find(edition.Table);
        return edition.Rows.Select(row => new CodeEntry(
            edition.Table, row.Code, row.Label, row.ValidFrom, row.ValidTo, edition.Edition, row.Parent,
            row.Heading || definition?.IsHeading(row.Code, row.Parent) == true));
    }

    private static Dictionary<string, List<CodeEntry>> ByCode(IEnumerable<CodeEntry> entries) =>
        entries.GroupBy(entry => entry.Code, StringComparer.Ordinal).ToDictionary(
            code => code.Key, code => code.OrderBy(entry => entry.ValidFrom ?? DateOnly.MinValue).ToList(), StringComparer.Ordinal);

    // What of the entries lies between two days.
    private static IEnumerable<CodeEntry> Clipped(IEnumerable<CodeEntry> entries, DateOnly? from, DateOnly? to) =>
        entries.Select(entry => entry with { ValidFrom = Later(entry.ValidFrom, from), ValidTo = Earlier(entry.ValidTo, to) })
            .Where(entry => !(entry.ValidTo < entry.ValidFrom));

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b : a;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b : a;

    // An entry that goes on unchanged is one entry: it keeps its first day and its source.
    private static List<CodeEntry> Joined(IEnumerable<CodeEntry> entries)
    {
        var joined = new List<CodeEntry>();
        foreach (var entry in entries)
        {
            if (joined.Count > 0 && joined[^1] is { ValidTo: { } end } last && end.AddDays(1) == entry.ValidFrom && last.SaysTheSameAs(entry))
            {
                joined[^1] = last with { ValidTo = entry.ValidTo, Parent = entry.Parent };
            }
            else
            {
                joined.Add(entry);
            }
        }

        return joined;
    }

    // A code is judged by its latest entry: that is what will hold.
    private static CodeChange? ChangeOf(string code, List<CodeEntry> was, List<CodeEntry> becomes)
    {
        var (before, after) = (was.LastOrDefault(), becomes.LastOrDefault());
        return (before, after) switch
        {
            (null, { } added) => new CodeChange(CodeChangeKind.Added, code, added.Label),
            ({ } ended, null) => new CodeChange(CodeChangeKind.Ended, code, ended.Label),
            ({ ValidTo: null } ended, { ValidTo: not null }) => new CodeChange(CodeChangeKind.Ended, code, ended.Label),
            ({ ValidTo: not null }, { ValidTo: null } added) => new CodeChange(CodeChangeKind.Added, code, added.Label),
            ({ } old, { } renamed) when !old.SaysTheSameAs(renamed) => new CodeChange(CodeChangeKind.Renamed, code, renamed.Label, old.Label),
            _ => null,
        };
    }
}
