using Npgsql;
using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Months;

/// <summary>What marks of other agencies and the events of Registration say of those in post (比对记录), 36号 第二十条(一)(三).</summary>
internal static class ElsewhereRecords
{
    private const string Marks =
        """select id_hash, kind, "from", "to", area from mark where id_hash = any($1) and withdrawn_at is null and kind in (1, 2, 3)""";

    // Another post is no work elsewhere: posts are counted (一人多岗).
    private const string Employments =
        """
        select person_key, employment_id, employed_on, ended_on from person_employment
        where person_key = any($1) and employed_on is not null and manner <> 'welfare_post'
        """;

    /// <summary>Notes what they say of those of a shard (记入).</summary>
    public static async Task ReadAsync(NpgsqlConnection connection, IReadOnlyList<PlacementOfShard> found)
    {
        await ReadMarksAsync(connection, found);
        await ReadEmploymentsAsync(connection, found);
    }

    // What a city's records say is of that city's placements; what ended before the post began is not beside it.
    private static async Task ReadMarksAsync(NpgsqlConnection connection, IReadOnlyList<PlacementOfShard> found)
    {
        var marked = new List<(string Person, MarkKind Kind, DateOnly From, DateOnly To, string Area)>();
        await ShardPlacements.EachAsync(
            connection, Marks,
            row => marked.Add((Hex(row.GetFieldValue<byte[]>(0)), (MarkKind)row.GetInt32(1), row.GetFieldValue<DateOnly>(2), ShardPlacements.Value<DateOnly>(row, 3) ?? DateOnly.MaxValue, row.GetString(4))),
            (object)found.Select(one => one.IdHash).ToArray());
        if (marked.Count == 0)
        {
            return;
        }

        foreach (var (placement, mark) in marked.Join(found, mark => mark.Person, one => Hex(one.IdHash), (mark, one) => (one, mark)))
        {
            if (placement.Division.StartsWith(mark.Area, StringComparison.Ordinal) && mark.To >= placement.StartedOn)
            {
                Note(placement, mark.Kind, mark.From);
            }
        }
    }

    private static async Task ReadEmploymentsAsync(NpgsqlConnection connection, IReadOnlyList<PlacementOfShard> found)
    {
        var known = found.Where(one => one.RegisterKey is not null).ToLookup(one => one.RegisterKey!.Value);
        if (known.Count == 0)
        {
            return;
        }

        await ShardPlacements.EachAsync(connection, Employments, row => Works(known[row.GetGuid(0)], row), known.Select(one => one.Key).ToArray());

        static void Works(IEnumerable<PlacementOfShard> its, NpgsqlDataReader row)
        {
            var (employment, on, ended) = (row.GetGuid(1), row.GetFieldValue<DateOnly>(2), ShardPlacements.Value<DateOnly>(row, 3) ?? DateOnly.MaxValue);
            foreach (var placement in its.Where(one => one.EmploymentId != employment && ended >= one.StartedOn))
            {
                placement.Works(on);
            }
        }
    }

    private static void Note(PlacementOfShard placement, MarkKind kind, DateOnly from)
    {
        switch (kind)
        {
            case MarkKind.Pension:
                placement.Draws(from);
                break;
            case MarkKind.Death:
                placement.Died(from);
                break;
            default:
                placement.Works(from);
                break;
        }
    }

    private static string Hex(byte[] hash) => Convert.ToHexString(hash);
}
