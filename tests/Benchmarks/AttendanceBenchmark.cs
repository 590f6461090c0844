using System.Diagnostics;
using Npgsql;
using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Testing;

namespace Wenye.Benchmarks;

/// <summary>A month's attendance of everyone in post, in one stream, beside a bare COPY of the stored rows; then what supervisors' signals over them take.</summary>
internal static class AttendanceBenchmark
{
    private const int Posts = 300_000;
    private const int RowsAMessage = 1_000;
    private const int Looks = 20;

    // Some are wrong, as many as a supervisor may meet: every thousandth has work or has died, every 23rd did not come in a month that was paid.
    private const string Wrong =
        """
        insert into post_month_run (id, division, month, state, as_of, parameter_version, placements, started_at, ended_at, payable_fen, to_recover_fen, urban_fund)
        values ('00000000-0000-7000-8005-000000000001', '370800', '2020-09-01', 3, '2020-10-01', '', 0, now(), now(), 0, 0, 0);
        insert into post_month_line (run_id, placement_id, outcome, post_fen, insurance_fen, booked_fen, amount_fen, record, trace)
        select '00000000-0000-7000-8005-000000000001', id, 1, 150000, 0, 0, 150000, '', '' from placement;
        update person set register_key = id;
        insert into person_employment (employment_id, person_key, manner, employed_on)
        select gen_random_uuid(), id, case when row_number() over () % 1000 = 0 then 'unit' else 'welfare_post' end, '2020-07-01' from person;
        insert into mark (id, id_hash, kind, "from", source, other_hash, area, stated_at)
        select gen_random_uuid(), id_hash, 2, '2020-07-01', '虚构来源', '', '37', now() from (select *, row_number() over () as n from person) as one where n % 1000 = 0;
        analyze
        """;

    public static async Task<Comparison> RunAsync()
    {
        await using var servers = new TestServers();
        await using var issuer = await TestIssuer.StartAsync();
        var settings = Settings.OfService(issuer);
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        settings["ConnectionStrings:welfare-posts"] = database;
        settings["ConnectionStrings:rabbitmq"] = (await servers.CreateVirtualHostAsync()).ConnectionString;
        settings["ConnectionStrings:redis"] = await servers.GetRedisAsync();
        await BenchProcess.RunAsync("WelfarePosts", ["migrate"], settings);
        await PlacedPosts.SeedAsync(database, Posts, settings);
        await using var ours = await Service.StartOursAsync("WelfarePosts", settings);
        var parts = await PartsAsync(database);
        CopiedRows? stored = null;
        var comparison = await Comparison.RunAsync(
            "rows/s", aim: null, warmUps: 1, rounds: 3,
            new Contender("RecordAttendance", () => StateAsync(ours, issuer, parts)),
            new Contender("bare COPY of the stored rows", async () => await CopyAsync(database, stored ??= await StoredAsync(database))));
        await LookAsync(ours, issuer, database);
        return comparison;
    }

    private static async Task<List<RecordAttendanceRequest>> PartsAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select id, kind, working_time from placement order by id", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<AttendanceRow>(Posts);
        while (await reader.ReadAsync())
        {
            var row = new AttendanceRow { Row = rows.Count + 1, PlacementId = reader.GetGuid(0).ToString(), DaysWorked = 22 };
            if (reader.GetInt32(2) == 2)
            {
                row.Hours = "60";
            }

            if (reader.GetInt32(1) != 2)
            {
                row.ContributionsFen = 60_000;
            }

            rows.Add(row);
        }

        return [.. rows.Chunk(RowsAMessage).Select(part => new RecordAttendanceRequest { Rows = new() { Rows = { part } } })];
    }

    private static async Task<double> StateAsync(Service ours, TestIssuer issuer, List<RecordAttendanceRequest> parts)
    {
        var client = new AttendanceService.AttendanceServiceClient(ours.Channel);
        var before = ours.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        using var call = client.RecordAttendance(Settings.Token(issuer, "welfare-posts", "province"));
        await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = Guid.CreateVersion7().ToString(), Month = "2020-06" } });
        foreach (var part in parts)
        {
            await call.RequestStream.WriteAsync(part);
        }

        await call.RequestStream.CompleteAsync();
        var import = (await call).Import;
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Console.Error.WriteAsync($"{(ours.ProcessorTime - before).TotalMicroseconds / Posts:N1} µs of the service's CPU a row; ");
        return import.Taken == Posts ? Posts / elapsed : throw new InvalidOperationException($"{import.Taken} rows were taken and {import.Rejected} rejected.");
    }

    private static async Task<double> CopyAsync(string database, CopiedRows stored)
    {
        await Sql.ExecuteAsync(database, "DROP TABLE IF EXISTS bare_attendance; CREATE TABLE bare_attendance (LIKE attendance_month INCLUDING ALL)");
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        var started = Stopwatch.GetTimestamp();
        await stored.WriteAsync(connection, "COPY bare_attendance FROM STDIN (FORMAT BINARY)");
        return Posts / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    // The rows of the first round serve all.
    private static async Task<CopiedRows> StoredAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        return await CopiedRows.ReadAsync(connection, "COPY (SELECT * FROM attendance_month WHERE month = '2020-06-01' AND sequence = 1 ORDER BY placement_id) TO STDOUT (FORMAT BINARY)");
    }

    private static async Task LookAsync(Service ours, TestIssuer issuer, string database)
    {
        await Sql.ExecuteAsync(database, Wrong);
        var client = new SupervisionService.SupervisionServiceClient(ours.Channel);
        var token = Settings.Token(issuer, "welfare-posts", "province");
        foreach (var kind in new[] { PostSignalKind.AbsentButPaid, PostSignalKind.Employed, PostSignalKind.Death, PostSignalKind.TwoPosts })
        {
            var request = new ListSignalsRequest { Kind = kind, Division = PlacedPosts.City, PageSize = 100 };
            var (took, found) = (new List<double>(), 0);
            for (var i = 0; i < Looks; i++)
            {
                var started = Stopwatch.GetTimestamp();
                var page = await client.ListSignalsAsync(request, token);
                took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                found += page.Signals.Count;
                request.PageToken = page.NextPageToken;
            }

            took.Sort();
            await Console.Error.WriteLineAsync($"signals {kind}: {found} in {Looks} pages of 100, {took[Looks / 2]:N0} ms a page (median), {took[^1]:N0} ms the slowest");
        }
    }
}
