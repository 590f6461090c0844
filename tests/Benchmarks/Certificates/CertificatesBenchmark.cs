using System.Diagnostics;
using Npgsql;
using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Training.V1;
using Wenye.Testing;

namespace Wenye.Benchmarks.Certificates;

/// <summary>Completion certificates numbered and stored a second, 50 institutions at once, 2,000 each, beside a bare COPY of the same rows in as many transactions; after each round every number is looked at.</summary>
internal static class CertificatesBenchmark
{
    private const int Institutions = 50;
    private const int Each = 2_000;
    private const int WarmUps = 1;
    private const int Rounds = 3;

    // As many batches as the service numbers at once.
    private const int Connections = 4;

    public static async Task<Comparison> RunAsync()
    {
        await using var servers = new TestServers();
        await using var issuer = await TestIssuer.StartAsync();
        var settings = Settings.OfService(issuer);
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        settings["ConnectionStrings:training"] = database;
        settings["ConnectionStrings:rabbitmq"] = (await servers.CreateVirtualHostAsync()).ConnectionString;
        settings["ConnectionStrings:redis"] = await servers.GetRedisAsync();
        await BenchProcess.RunAsync("Training", ["migrate"], settings);
        var classes = new Queue<IReadOnlyList<Guid>>(await ExaminedClasses.SeedAsync(settings, database, Institutions, WarmUps + Rounds, Each));
        await using var ours = await Service.StartOursAsync("Training", settings);
        IReadOnlyList<CopiedRows> stored = [];
        return await Comparison.RunAsync(
            "certificates/s", aim: null, WarmUps, Rounds,
            new Contender("IssueCertificates", async () =>
            {
                var rate = await IssueAsync(ours, issuer, classes.Dequeue());
                await DemandNoGapAsync(database);
                stored = await StoredAsync(database);
                return rate;
            }),
            new Contender("bare COPY of the stored rows", () => CopyAsync(database, stored)));
    }

    private static async Task<double> IssueAsync(Service ours, TestIssuer issuer, IReadOnlyList<Guid> classes)
    {
        var client = new CertificateService.CertificateServiceClient(ours.Channel);
        var token = Settings.Token(issuer, "training-reviewer", "province");
        var before = ours.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var deadline = TimeProvider.System.GetUtcNow().AddMinutes(5).UtcDateTime;
        var batches = await Task.WhenAll(classes.Select(async one => await client.IssueCertificatesAsync(
            new() { RequestId = $"{one:n}", ClassId = one.ToString(), Handling = new() { Operator = "测赋号" } }, token, deadline)));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var issued = batches.Sum(batch => batch.Issued);
        await Console.Error.WriteAsync($"{(ours.ProcessorTime - before).TotalMicroseconds / issued:0.0} µs of the service's CPU a certificate; ");
        return issued == Institutions * Each ? issued / elapsed : throw new InvalidOperationException($"{issued} certificates were issued.");
    }

    // 48号 附件2二(五): in each institution's order every number once, from 1 to the last.
    private static async Task DemandNoGapAsync(string database)
    {
        var faulty = (long)(await Sql.ExecuteAsync(
            database,
            """
            SELECT count(*) FROM (
                SELECT FROM certificate JOIN certificate_sequence USING (institution_id) GROUP BY institution_id
                HAVING count(DISTINCT serial_number) <> max(last) OR min(substr(serial_number, 13, 5))::int <> 1 OR max(substr(serial_number, 13, 5))::int <> max(last)
                    OR bool_or(state <> 1)) faulty
            """))!;
        if (faulty > 0)
        {
            throw new InvalidOperationException($"{faulty} institutions have a gap, a double or a certificate that is not valid.");
        }
    }

    // What a process would do that has the finished rows in memory: a COPY for each batch into a table of the same columns and indexes.
    private static async Task<double> CopyAsync(string database, IReadOnlyList<CopiedRows> stored)
    {
        await Sql.ExecuteAsync(database, "DROP TABLE IF EXISTS bare; CREATE TABLE bare (LIKE certificate INCLUDING ALL)");
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(stored, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (rows, cancellation) =>
        {
            await using var connection = new NpgsqlConnection(database);
            await connection.OpenAsync(cancellation);
            await rows.WriteAsync(connection, "COPY bare FROM STDIN (FORMAT BINARY)");
        });
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (long)(await Sql.ExecuteAsync(database, "SELECT count(*) FROM bare"))! / elapsed;
    }

    // The batches of the last round, each as its COPY.
    private static async Task<IReadOnlyList<CopiedRows>> StoredAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        var batches = new List<Guid>();
        await using (var command = new NpgsqlCommand($"select id from certificate_batch order by issued_at desc limit {Institutions}", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                batches.Add(reader.GetGuid(0));
            }
        }

        var stored = new List<CopiedRows>();
        foreach (var batch in batches)
        {
            stored.Add(await CopiedRows.ReadAsync(connection, $"COPY (select * from certificate where batch_id = '{batch}') TO STDOUT (FORMAT BINARY)"));
        }

        return stored;
    }
}
