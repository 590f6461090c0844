using System.Diagnostics;
using Npgsql;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.Stabilization.Domain;
using Wenye.Stabilization.Domain.Refunds;
using Wenye.Stabilization.Screenings;
using Wenye.Testing;
using Comparison = Wenye.Benchmarks.Harness.Comparison;
using Date = Wenye.Contracts.Type.V1.Date;
using RefundKind = Wenye.Contracts.Stabilization.V1.RefundKind;

namespace Wenye.Benchmarks;

/// <summary>Firms of a stored run a second, from the call to the last total, beside a bare COPY out and in of the same bytes and the decision alone.</summary>
internal static class ScreeningBenchmark
{
    public const int UsualFirms = 1_000_000;
    private const int Decisions = 1_000_000;
    private static readonly DateOnly Day = new(2020, 6, 10);

    public static async Task<Comparison> RunAsync(int firms)
    {
        await using var servers = new TestServers();
        await using var issuer = await TestIssuer.StartAsync();
        var settings = Settings.OfService(issuer);
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        settings["ConnectionStrings:stabilization"] = database;
        settings["ConnectionStrings:rabbitmq"] = (await servers.CreateVirtualHostAsync()).ConnectionString;
        settings["ConnectionStrings:redis"] = await servers.GetRedisAsync();
        await BenchProcess.RunAsync("Stabilization", ["migrate"], settings);
        await ScreenedFirms.SeedAsync(database, firms);
        await using var ours = await Service.StartOursAsync("Stabilization", settings);
        var copy = new BareScreeningCopy(database, firms);
        var comparison = await Comparison.RunAsync(
            "firms/s", aim: 0.33, warmUps: 1, rounds: 3,
            new Contender("screening, stored", () => ScreenAsync(ours, issuer, database, firms)),
            new Contender("bare COPY out and in", copy.MeasureAsync),
            new Contender("decision and its bytes alone, one thread", () => DecideAsync(database)));
        await Console.Error.WriteLineAsync($"most memory of the service, {firms:N0} firms: {ours.PeakMemory / 1_048_576} MiB");
        return comparison;
    }

    private static async Task<double> ScreenAsync(Service ours, TestIssuer issuer, string database, int firms)
    {
        // The last run's results go, so that each round finds the same disk.
        foreach (var table in await TablesAsync(database))
        {
            await Sql.ExecuteAsync(database, $"DROP TABLE {table}");
        }

        await Sql.ExecuteAsync(database, "CHECKPOINT");
        var client = new ScreeningService.ScreeningServiceClient(ours.Channel);
        var token = Settings.Token(issuer, "stabilization", "province");
        var before = ours.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var run = (await client.StartScreeningAsync(
            new() { RequestId = $"{Guid.CreateVersion7():n}", Region = "370000", AsOf = new Date { Year = Day.Year, Month = Day.Month, Day = Day.Day }, Kind = RefundKind.General },
            token)).Screening;
        await Eventually.IsTrueAsync(
            async () => (run = (await client.GetScreeningAsync(new() { ScreeningId = run.ScreeningId }, token)).Screening).EndedAt is not null, TimeSpan.FromMinutes(10));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Console.Error.WriteAsync($"{(ours.ProcessorTime - before).TotalMicroseconds / firms:0.0} µs of the service's CPU a firm; ");
        return run.Decided == firms ? firms / elapsed : throw new InvalidOperationException($"{run.Decided} firms were decided.");
    }

    /// <summary>Tables of results, the last run's alone.</summary>
    internal static async Task<List<string>> TablesAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(@"select relname from pg_class where relname like 'screening\_result\_%' and relkind = 'r'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    // The facts of the first hundred thousand firms of the run, decided over and over on one thread.
    private static async Task<double> DecideAsync(string database)
    {
        var facts = new List<RefundFacts>();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select facts from screening_result order by firm_id limit 100000", connection);
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                facts.Add(RefundFactBytes.Read(reader.GetFieldValue<byte[]>(0)));
            }
        }

        var policy = StabilizationParameters.Shipped.At(Division.Parse("370102"), Day).ForBatch();
        var bytes = new byte[512];
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Decisions; i++)
        {
            CompactDecision.Write(Refund.Decide(facts[i % facts.Count], policy), bytes);
        }

        return Decisions / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
