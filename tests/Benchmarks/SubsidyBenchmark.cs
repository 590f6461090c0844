using System.Diagnostics;
using Npgsql;
using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Loans.Domain;
using Wenye.Loans.Domain.Books;
using Wenye.Loans.Domain.Quarters;
using Wenye.Policy;
using Wenye.Testing;
using Comparison = Wenye.Benchmarks.Harness.Comparison;

namespace Wenye.Benchmarks;

/// <summary>Loan-quarters a second of a run from call to sums, checks of the borrowers included, beside a bare COPY of the same rows and beside the decisions alone.</summary>
internal static class SubsidyBenchmark
{
    public const int UsualLoans = 200_000;

    private const int Banks = 40;
    private const int Decisions = 500_000;
    private const int KeptInMemory = 50_000;

    private static readonly DateOnly Day = new(2020, 10, 12);

    public static async Task<Comparison> RunAsync(int loans)
    {
        await using var servers = new TestServers();
        await using var issuer = await TestIssuer.StartAsync();
        await using var registers = await BorrowerRegisters.StartAsync();
        var settings = Settings.OfService(issuer);
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        settings["DOTNET_ENVIRONMENT"] = "Development";
        settings["ConnectionStrings:loans"] = database;
        settings["ConnectionStrings:rabbitmq"] = (await servers.CreateVirtualHostAsync()).ConnectionString;
        settings["ConnectionStrings:redis"] = await servers.GetRedisAsync();
        settings["ServiceClient:Id"] = "service-loans";
        settings["services:registration:http:0"] = registers.Address.ToString();
        await BenchProcess.RunAsync("Loans", ["migrate"], settings);
        await SubsidisedLoans.SeedAsync(database, loans, Banks, settings);
        await using var ours = await Service.StartOursAsync("Loans", settings);
        var copy = new BareSubsidyCopy(database);
        var comparison = await Comparison.RunAsync(
            "loan-quarters/s", aim: 0.33, warmUps: 1, rounds: 3,
            new Contender("quarter, checked and stored", () => QuarterAsync(ours, issuer, database, loans)),
            new Contender("bare COPY out and in", copy.MeasureAsync),
            new Contender("decision and its record alone, one thread", () => DecideAsync(database)));
        await Console.Error.WriteLineAsync($"most memory of the service, {loans:N0} loans: {ours.PeakMemory / 1_048_576} MiB");
        return comparison;
    }

    private static async Task<double> QuarterAsync(Service ours, TestIssuer issuer, string database, int loans)
    {
        // The last run goes, so that each round finds the same disk and no claim is open.
        await Sql.ExecuteAsync(database, "TRUNCATE subsidy_line, subsidy_claim_step, subsidy_figure, subsidy_claim, subsidy_shard, subsidy_run");
        await Sql.ExecuteAsync(database, "CHECKPOINT");
        var client = new InterestSubsidyService.InterestSubsidyServiceClient(ours.Channel);
        var token = Settings.Token(issuer, "loans", "province");
        var before = ours.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var run = (await client.StartSubsidyRunAsync(
            new()
            {
                RequestId = $"{Guid.CreateVersion7():n}", Division = SubsidisedLoans.City, Quarter = new() { Year = 2020, Number = 3 },
                Handling = new Handling { Operator = "虚构经办" },
            },
            token)).Run;
        await Eventually.IsTrueAsync(
            async () => (run = (await client.GetSubsidyRunAsync(new() { RunId = run.RunId }, token)).Run).State == SubsidyRunState.Finished, TimeSpan.FromMinutes(10));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Console.Error.WriteAsync($"{(ours.ProcessorTime - before).TotalMicroseconds / loans:0.0} µs of the service's CPU a loan; ");
        var stored = (long)(await Sql.ExecuteAsync(database, "SELECT count(*) FROM subsidy_line"))!;
        return stored == loans ? loans / elapsed : throw new InvalidOperationException($"{stored} lines were stored.");
    }

    // The first fifty thousand lines of the run, decided over and over on one thread.
    private static async Task<double> DecideAsync(string database)
    {
        var stored = new List<(StoredQuarter Quarter, IReadOnlyList<BookSegment> Segments)>();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select convert_to(record, 'UTF8') from subsidy_line order by loan_id limit {KeptInMemory}", connection);
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                var quarter = QuarterRecord.Read(reader.GetFieldValue<byte[]>(0));
                stored.Add((quarter, quarter.Segments));
            }
        }

        var policies = stored.Select(one => one.Quarter.Region).Distinct()
            .ToDictionary(region => region, region => LoansParameters.Shipped.At(Division.Parse(region), Day).ForBatch(), StringComparer.Ordinal);
        var (decider, record) = (new LoanQuarter(), new QuarterRecord());
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Decisions; i++)
        {
            var (quarter, segments) = stored[i % stored.Count];
            record.Write(quarter.Terms, quarter.Findings, quarter.Region, decider.Decide(quarter.Terms, segments, quarter.Findings, policies[quarter.Region]));
        }

        return Decisions / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
