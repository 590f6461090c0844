using System.Diagnostics;
using Npgsql;

namespace Wenye.Benchmarks.Bare;

/// <summary>
/// What the database alone takes for a month's bytes: COPY out of what is read, table by table without a join, and COPY in of the
/// finished lines into a table with the same key; as many connections as processors.
/// </summary>
internal sealed class BareMonthCopy(string database)
{
    private static readonly string[] Read =
    [
        """
        select id, person_id, division, kind, working_time, added_for_poor, "group", in_hardship_when_placed, started_on, ended_on, until, employment_id
        from placement where id
        """,
        "select placement_id, month, days_worked, days_absent, days_absent_in_a_row, hours, contributions_fen from attendance_month where placement_id",
        "select id, id_number from person where ('00000000-0000-7000-8004-' || right(id::text, 12))::uuid",
    ];

    private readonly int connections = Environment.ProcessorCount;
    private CopiedRows[]? stored;

    public async Task<double> MeasureAsync()
    {
        var parts = await PartsAsync();
        stored ??= await Task.WhenAll(parts.Select(StoredAsync));
        await Sql.ExecuteAsync(database, "DROP TABLE IF EXISTS bare");
        await Sql.ExecuteAsync(database, "CREATE TABLE bare (LIKE post_month_line INCLUDING DEFAULTS, PRIMARY KEY (run_id, placement_id))");
        await Sql.ExecuteAsync(database, "CHECKPOINT");
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(parts.Select((range, i) => Task.Run(() => CopyAsync(range, stored[i]))));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (long)(await Sql.ExecuteAsync(database, "SELECT count(*) FROM bare"))! / elapsed;
    }

    private async Task<List<(string From, string To)>> PartsAsync()
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""select min(id::text collate "C"), max(id::text collate "C") from (select id, ntile({connections}) over (order by id) as part from placement) as cut group by part order by 1""",
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var parts = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            parts.Add((reader.GetString(0), reader.GetString(1)));
        }

        return parts;
    }

    private async Task CopyAsync((string From, string To) range, CopiedRows rows)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        var piece = new byte[64 * 1024];
        foreach (var select in Read)
        {
            await using var read = await connection.BeginRawBinaryCopyAsync($"COPY ({select} between '{range.From}' and '{range.To}') TO STDOUT (FORMAT BINARY)");
            while (await read.ReadAsync(piece, CancellationToken.None) > 0)
            {
            }
        }

        await rows.WriteAsync(connection, "COPY bare FROM STDIN (FORMAT BINARY)");
    }

    private async Task<CopiedRows> StoredAsync((string From, string To) range)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        return await CopiedRows.ReadAsync(
            connection, $"COPY (select * from post_month_line where placement_id between '{range.From}' and '{range.To}' order by placement_id) TO STDOUT (FORMAT BINARY)");
    }
}
