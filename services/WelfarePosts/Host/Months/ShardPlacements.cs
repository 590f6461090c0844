using Npgsql;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Subsidies;

namespace Wenye.WelfarePosts.Months;

/// <summary>Reads those in post of a shard (分片读取): a few statements for any number of people.</summary>
internal static class ShardPlacements
{
    private const string Placements =
        $"""
        select its.id, its.person_id, its.division, its.kind, its.working_time, its.added_for_poor, its."group", its.in_hardship_when_placed, its.started_on, its.ended_on,
            its.until, its.employment_id, person.id_number, employer.credit_code, person.id_hash, person.register_key
        from (select * from placement where id between $6 and $7 and {PostMonthSql.InPost}) as its
        join person on person.id = its.person_id join employer on employer.id = its.employer_id
        order by its.id
        """;

    private const string Posts =
        """
        select person_id, id, started_on, ended_on from placement
        where person_id = any($1) and state <> 1 and started_on <= $3 and (ended_on is null or ended_on >= $2)
        """;

    private const string Attendance =
        """
        select distinct on (placement_id, month) placement_id, month, days_worked, days_absent, days_absent_in_a_row, hours, contributions_fen
        from attendance_month where placement_id = any($1) and month <= $2 order by placement_id, month, sequence desc
        """;

    private const string Booked =
        "select placement_id, sum(amount_fen)::bigint from post_month_line where run_id = any($1) and placement_id between $2 and $3 group by placement_id";

    /// <summary>Those of a range, by id, as this connection's transaction sees them.</summary>
    public static async Task<IReadOnlyList<PlacementOfShard>> ReadAsync(NpgsqlConnection connection, UnitShard shard, MonthBasis basis)
    {
        var found = new List<PlacementOfShard>();
        var place = DivisionRange.Of(basis.Run.Division);
        var (first, last) = (basis.Month.FirstDay, basis.Month.LastDay);
        await EachAsync(
            connection, Placements, row => found.Add(PlacementOf(row)),
            place.From, place.To, first, last, basis.Booked, shard.From, shard.To);
        var byId = found.ToDictionary(one => one.Id);
        var ids = byId.Keys.ToArray();
        var byPerson = found.ToLookup(one => one.PersonId);
        await EachAsync(connection, Posts, row => AddPost(byPerson[row.GetGuid(0)], row), byPerson.Select(one => one.Key).ToArray(), first, last);
        await EachAsync(connection, Attendance, row => byId[row.GetGuid(0)].Attendance.Add(StatedOf(row)), ids, first);
        await ElsewhereRecords.ReadAsync(connection, found);
        if (basis.Booked.Length > 0)
        {
            await EachAsync(connection, Booked, row => SetBooked(byId, row), basis.Booked, shard.From, shard.To);
        }

        return found;
    }

    private static void AddPost(IEnumerable<PlacementOfShard> its, NpgsqlDataReader row)
    {
        var post = new HeldPost(row.GetGuid(1), row.GetFieldValue<DateOnly>(2), Value<DateOnly>(row, 3));
        foreach (var placement in its)
        {
            placement.Posts.Add(post);
        }
    }

    /// <summary>Reads the rows of a statement, one after another (逐行读取).</summary>
    public static async Task EachAsync(NpgsqlConnection connection, string sql, Action<NpgsqlDataReader> each, params object[] values)
    {
        await using var command = new NpgsqlCommand(ServiceDatabase.Untraced + sql, connection);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            each(reader);
        }
    }

    private static PlacementOfShard PlacementOf(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        PersonId = row.GetGuid(1),
        Division = row.GetString(2),
        Post = PostOf((PostKind)row.GetInt32(3), (WorkingTime)row.GetInt32(4), row.GetBoolean(5) && row.GetInt32(6) == (int)HardshipGroup.RegisteredPoor),
        InHardshipWhenPlaced = Value<bool>(row, 7),
        StartedOn = row.GetFieldValue<DateOnly>(8),
        EndedOn = Value<DateOnly>(row, 9),
        Until = Value<DateOnly>(row, 10),
        EmploymentId = Value<Guid>(row, 11),
        IdNumber = row.GetFieldValue<byte[]>(12),
        CreditCode = row.GetString(13),
        IdHash = row.GetFieldValue<byte[]>(14),
        RegisterKey = Value<Guid>(row, 15),
    };

    // 41号 一(四)  临时增设的…岗位吸纳贫困劳动力的，参照当地乡村公益性岗位补贴标准: of who is not poor such a post is like any other.
    private static SubsidisedPost PostOf(PostKind kind, WorkingTime time, bool addedForPoor) =>
        addedForPoor ? SubsidisedPost.TemporaryForPoor
        : kind == PostKind.Rural ? SubsidisedPost.Rural
        : time == WorkingTime.Part ? SubsidisedPost.UrbanPartTime : SubsidisedPost.UrbanFullTime;

    private static StatedMonth StatedOf(NpgsqlDataReader row) => new(
        YearMonth.Of(row.GetFieldValue<DateOnly>(1)), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), Value<decimal>(row, 5), Value<long>(row, 6));

    private static void SetBooked(Dictionary<Guid, PlacementOfShard> byId, NpgsqlDataReader row)
    {
        if (byId.TryGetValue(row.GetGuid(0), out var placement))
        {
            placement.BookedFen = row.GetInt64(1);
        }
    }

    /// <summary>A column that may be null (可空列).</summary>
    public static T? Value<T>(NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);
}
