using System.Diagnostics;
using Npgsql;
using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.Testing;
using Wenye.WelfarePosts.Domain;
using Wenye.WelfarePosts.Domain.Months;
using Comparison = Wenye.Benchmarks.Harness.Comparison;

namespace Wenye.Benchmarks;

/// <summary>People in post a second of a month's run from call to totals, checks by the registers included, beside a bare COPY of the same rows and beside the decisions alone.</summary>
internal static class MonthBenchmark
{
    public const int UsualPosts = 300_000;

    private const int Decisions = 500_000;
    private const int KeptInMemory = 50_000;

    public static async Task<Comparison> RunAsync(int posts)
    {
        await using var servers = new TestServers();
        await using var issuer = await TestIssuer.StartAsync();
        await using var registers = await BorrowerRegisters.StartAsync();
        var settings = Settings.OfService(issuer);
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        settings["DOTNET_ENVIRONMENT"] = "Development";
        settings["ConnectionStrings:welfare-posts"] = database;
        settings["ConnectionStrings:rabbitmq"] = (await servers.CreateVirtualHostAsync()).ConnectionString;
        settings["ConnectionStrings:redis"] = await servers.GetRedisAsync();
        settings["ServiceClient:Id"] = "service-welfare-posts";
        settings["services:registration:http:0"] = registers.Address.ToString();
        await BenchProcess.RunAsync("WelfarePosts", ["migrate"], settings);
        await PlacedPosts.SeedAsync(database, posts, settings);
        await using var ours = await Service.StartOursAsync("WelfarePosts", settings);
        var copy = new BareMonthCopy(database);
        var comparison = await Comparison.RunAsync(
            "posts/s", aim: 0.33, warmUps: 1, rounds: 3,
            new Contender("month, checked and stored", () => MonthAsync(ours, issuer, database, posts)),
            new Contender("bare COPY out and in", copy.MeasureAsync),
            new Contender("decisions and record alone, one thread", () => DecideAsync(database)));
        await Console.Error.WriteLineAsync($"most memory of the service, {posts:N0} posts: {ours.PeakMemory / 1_048_576} MiB");
        return comparison;
    }

    private static async Task<double> MonthAsync(Service ours, TestIssuer issuer, string database, int posts)
    {
        // The last run goes, so that each round finds the same disk and no month is open.
        await Sql.ExecuteAsync(database, "TRUNCATE post_month_line, post_month_total, post_month_payment, post_month_step, post_month_shard, post_month_run");
        await Sql.ExecuteAsync(database, "CHECKPOINT");
        var client = new PostMonthService.PostMonthServiceClient(ours.Channel);
        var token = Settings.Token(issuer, "welfare-posts", "province");
        var before = ours.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var run = (await client.StartMonthRunAsync(
            new() { RequestId = $"{Guid.CreateVersion7():n}", Division = PlacedPosts.City, Month = "2020-09", Handling = new Handling { Operator = "虚构经办" } }, token)).Run;
        await Eventually.IsTrueAsync(
            async () => (run = (await client.GetMonthRunAsync(new() { RunId = run.RunId }, token)).Run).State == MonthRunState.Computed, TimeSpan.FromMinutes(10));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Console.Error.WriteAsync($"{(ours.ProcessorTime - before).TotalMicroseconds / posts:0.0} µs of the service's CPU a post; ");
        var stored = (long)(await Sql.ExecuteAsync(database, "SELECT count(*) FROM post_month_line"))!;
        return stored == posts ? posts / elapsed : throw new InvalidOperationException($"{stored} lines were stored.");
    }

    // The first fifty thousand lines of the run, decided over and over on one thread.
    private static async Task<double> DecideAsync(string database)
    {
        var stored = new List<StoredMonth>();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select convert_to(record, 'UTF8') from post_month_line order by placement_id limit {KeptInMemory}", connection);
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                stored.Add(MonthRecord.Read(reader.GetFieldValue<byte[]>(0)));
            }
        }

        var policies = stored.Select(one => one.Region).Distinct().ToDictionary(
            region => region, region => MonthPolicy.Of(WelfarePostsParameters.Shipped, Division.Parse(region), stored[0].Facts.Month).ForBatch(), StringComparer.Ordinal);
        var (month, record) = (new PostMonth(), new MonthRecord());
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Decisions; i++)
        {
            var (region, facts, booked) = stored[i % stored.Count];
            record.Write(region, facts, month.Decide(facts, booked, policies[region]));
        }

        return Decisions / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
