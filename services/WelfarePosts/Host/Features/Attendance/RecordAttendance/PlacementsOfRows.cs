using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Attendance.RecordAttendance;

/// <summary>A placement as a row of attendance looks at it (在岗情况).</summary>
internal sealed record PlacedPerson(Guid Id, Guid EmployerId, string Division, DateOnly StartedOn, DateOnly? EndedOn);

/// <summary>The statement of a month that holds (现行考勤); the default: none.</summary>
internal readonly record struct StatedMonth(int Sequence, int Worked, int Absent, int InARow, decimal? Hours, long? ContributionsFen)
{
    public StatedMonth(AttendanceMonth month)
        : this(month.Sequence, month.DaysWorked, month.DaysAbsent, month.DaysAbsentInARow, month.Hours, month.ContributionsFen)
    {
    }
}

/// <summary>Finds whose months the rows of a chunk are (查找在岗人员), and what was stated of them, in two reads.</summary>
internal sealed class PlacementsOfRows(WelfarePostsDbContext database)
{
    private const string Named = "SELECT id, employer_id, division, started_on, ended_on, NULL::bytea FROM placement WHERE id = ANY($1)";

    private const string ByNumber = """
        SELECT placement.id, employer_id, division, started_on, ended_on, person.id_hash FROM person JOIN placement ON placement.person_id = person.id
        WHERE person.id_hash = ANY($1) AND started_on < $2 AND (ended_on IS NULL OR ended_on >= $3)
        """;

    private const string Stated = """
        SELECT DISTINCT ON (placement_id) placement_id, sequence, days_worked, days_absent, days_absent_in_a_row, hours, contributions_fen
        FROM attendance_month WHERE placement_id = ANY($1) AND month = $2 ORDER BY placement_id, sequence DESC
        """;

    private NpgsqlConnection Connection => (NpgsqlConnection)database.Database.GetDbConnection();

    public async Task<FoundPlacements> FindAsync(PostImport import, IReadOnlyList<CheckedAttendance> rows, Caller caller, CancellationToken cancellation)
    {
        var month = import.Month!.Value;
        var good = rows.Where(row => row.Faults.Count == 0).ToList();
        Guid[] ids = [.. good.Select(row => row.PlacementId).OfType<Guid>().Distinct()];
        byte[][] hashes = [.. good.Select(row => row.Hash).OfType<byte[]>()];
        var named = await ReadAsync(Named, [ids], cancellation);
        var numbered = await ReadAsync(ByNumber, [hashes, month.AddMonths(1), month], cancellation);
        var found = new FoundPlacements(
            month, import.EmployerId, caller, named.ToDictionary(one => one.Placed.Id, one => one.Placed),
            numbered.ToLookup(one => Convert.ToHexString(one.Hash!), one => one.Placed, StringComparer.Ordinal));
        await LoadAsync([.. named.Concat(numbered).Select(one => one.Placed.Id).Distinct()], month, found.Last, cancellation);
        return found;
    }

    private async Task<List<(PlacedPerson Placed, byte[]? Hash)>> ReadAsync(string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = Command(sql, values);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(PlacedPerson, byte[]?)>();
        while (await row.ReadAsync(cancellation))
        {
            var placed = new PlacedPerson(
                row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetFieldValue<DateOnly>(3), row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4));
            found.Add((placed, row.IsDBNull(5) ? null : row.GetFieldValue<byte[]>(5)));
        }

        return found;
    }

    private async Task LoadAsync(Guid[] ids, DateOnly month, Dictionary<Guid, StatedMonth> last, CancellationToken cancellation)
    {
        await using var command = Command(Stated, [ids, month]);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            last[row.GetGuid(0)] = new(
                row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4),
                row.IsDBNull(5) ? null : row.GetDecimal(5), row.IsDBNull(6) ? null : row.GetInt64(6));
        }
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, Connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
