using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Wenye.Persistence;

/// <summary>What a context is about to save (待保存的变更), as an entry tells it: rows by table and the keys of records.</summary>
internal static class AuditedChanges
{
    private static readonly HashSet<Type> Unaudited = [typeof(OutboxMessage), typeof(InboxEntry), typeof(AuditEntry), typeof(AuditSeal), typeof(AuditTelling)];

    /// <summary>Null when nothing of the service's own changes.</summary>
    public static AuditedRows? Of(ChangeTracker tracker)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var ids = new List<Guid>();
        foreach (var change in tracker.Entries().Where(change => change.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (Unaudited.Contains(change.Metadata.ClrType) || change.Metadata.GetTableName() is not { } table)
            {
                continue;
            }

            counts[table] = counts.GetValueOrDefault(table) + 1;
            if (change.Metadata.FindPrimaryKey() is { Properties: [{ ClrType: var type } key] } && type == typeof(Guid))
            {
                ids.Add((Guid)change.Property(key.Name).CurrentValue!);
            }
            else
            {
                // A step or a line is told by what it belongs to.
                ids.AddRange(change.Properties.Select(property => property.CurrentValue).OfType<Guid>());
            }
        }

        return counts.Count == 0 ? null : new(counts, ids);
    }
}
