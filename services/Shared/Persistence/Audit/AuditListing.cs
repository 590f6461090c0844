using Npgsql;

namespace Wenye.Persistence;

/// <summary>Finds entries (查询审计记录), oldest first, in order of their ids.</summary>
/// <remarks>There is no index on subjects: whoever writes would pay for it at every entry, and who looks does so rarely. Days narrow the search by the ids, which follow time.</remarks>
public sealed class AuditListing(NpgsqlDataSource database)
{
    /// <summary>Entries that answer all of it (查询).</summary>
    /// <param name="query">What is sought.</param>
    /// <param name="after">After this entry; null: from the beginning.</param>
    /// <param name="most">No more than these.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<IReadOnlyList<FoundEntry>> FindAsync(AuditQuery query, Guid? after, int most, CancellationToken cancellation)
    {
        var values = new List<object>();
        List<string> conditions = [];
        Demand("id > {0}", after is { } from ? from : query.From is { } since ? First(since) : null);
        Demand("id < {0}", query.Before is { } until ? First(until) : null);
        Demand("position({0} IN body::text) > 0", query.Subject?.ToString());
        Demand("position({0} IN body::text) > 0", query.Agency is { } agency ? $"\"agency\":{System.Text.Json.JsonSerializer.Serialize(agency)}" : null);
        var where = conditions is [] ? "true" : string.Join(" AND ", conditions);
        await using var command = database.CreateCommand($"SELECT id, written_at, done, body::text FROM audit_entry WHERE {where} ORDER BY id LIMIT {most}");
        values.ForEach(value => command.Parameters.Add(new() { Value = value }));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<FoundEntry>();
        while (await rows.ReadAsync(cancellation))
        {
            found.Add(new(
                rows.GetGuid(0), rows.GetFieldValue<DateTimeOffset>(1), await rows.IsDBNullAsync(2, cancellation) ? null : rows.GetFieldValue<short[]>(2), rows.GetString(3)));
        }

        return found;

        void Demand(string condition, object? value)
        {
            if (value is not null)
            {
                values.Add(value);
                conditions.Add(condition.Replace("{0}", $"${values.Count}", StringComparison.Ordinal));
            }
        }
    }

    // The least id of a moment: its milliseconds and nothing after.
    private static Guid First(DateTimeOffset moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, moment.ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }
}

/// <summary>What is sought in an audit log (审计查询).</summary>
/// <param name="Subject">A record or person that the entry names; null: any.</param>
/// <param name="Agency">Whose calls; null: anybody's.</param>
/// <param name="From">Not before; null: from the beginning.</param>
/// <param name="Before">Before; null: to the end.</param>
public sealed record AuditQuery(Guid? Subject, string? Agency, DateTimeOffset? From, DateTimeOffset? Before);

/// <summary>An entry that was found (审计记录).</summary>
/// <param name="Id">Of the entry.</param>
/// <param name="WrittenAt">When.</param>
/// <param name="Done">Of its calls those that were done; null: all.</param>
/// <param name="Body">JSON.</param>
public sealed record FoundEntry(Guid Id, DateTimeOffset WrittenAt, short[]? Done, string Body);
