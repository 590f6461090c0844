using System.Diagnostics;
using Npgsql;
using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Registration.V1;
using Wenye.Testing;

namespace Wenye.Benchmarks;

/// <summary>Rows of a bulk import a second, 2 % of them at fault, beside a bare COPY of the rows that it stored; same PostgreSQL.</summary>
internal static class ImportBenchmark
{
    private const int Rows = 100_000;
    private const int RowsAMessage = 500;
    private static int _imported;

    public static async Task<Comparison> RunAsync()
    {
        await using var servers = new TestServers();
        await using var issuer = await TestIssuer.StartAsync();
        var (ours, database) = await SubmitBenchmark.StartRegistrationAsync(servers, issuer);
        await using (ours)
        {
            CopiedRows? stored = null;
            return await Comparison.RunAsync(
                "rows/s", aim: 0.35, warmUps: 3, rounds: 3,
                new Contender("ImportApplications", () => ImportAsync(ours, issuer)),
                new Contender("bare COPY of the stored rows", async () => await CopyAsync(database, "INCLUDING ALL", stored ??= await StoredAsync(database))),
                new Contender("the same, PostgreSQL's own storage", async () => await CopyAsync(database, "INCLUDING ALL EXCLUDING STORAGE", stored ??= await StoredAsync(database))));
        }
    }

    private static async Task<double> ImportAsync(Service target, TestIssuer issuer)
    {
        var client = new ApplicationImportService.ApplicationImportServiceClient(target.Channel);
        var parts = Enumerable.Range(0, Rows / RowsAMessage).Select(NewPart).ToList();
        var started = Stopwatch.GetTimestamp();
        using var call = client.ImportApplications(Settings.Token(issuer, "importer"));
        await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = Guid.CreateVersion7().ToString() } });
        foreach (var part in parts)
        {
            await call.RequestStream.WriteAsync(part);
        }
        await call.RequestStream.CompleteAsync();
        var import = (await call).Import;
        return (import.Taken, import.Rejected) == (Rows / 50 * 49, Rows / 50)
            ? Rows / Stopwatch.GetElapsedTime(started).TotalSeconds
            : throw new InvalidOperationException($"{import.Taken} rows were taken and {import.Rejected} rejected.");
    }

    private static ImportApplicationsRequest NewPart(int part) => new()
    {
        Rows = new()
        {
            Rows =
            {
                Enumerable.Range(1, RowsAMessage).Select(i => (part * RowsAMessage) + i).Select(row => new ApplicationRow { Row = row, Form = NewForm(atFault: row % 50 == 0) }),
            },
        },
    };

    private static ApplicationForm NewForm(bool atFault)
    {
        var form = SubmitBenchmark.NewForm(Interlocked.Increment(ref _imported));
        form.MobilePhone = atFault ? "123" : form.MobilePhone;
        return form;
    }

    // What a process would do that has the finished rows in memory: one COPY into a table of the same columns and indexes.
    private static async Task<double> CopyAsync(string database, string like, CopiedRows stored)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await Sql.ExecuteAsync(database, $"DROP TABLE IF EXISTS bare; CREATE TABLE bare (LIKE application {like})");
        var started = Stopwatch.GetTimestamp();
        await stored.WriteAsync(connection, "COPY bare FROM STDIN (FORMAT BINARY)");
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (long)(await Sql.ExecuteAsync(database, "SELECT count(*) FROM bare"))! / elapsed;
    }

    // The rows of the first round serve all.
    private static async Task<CopiedRows> StoredAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        return await CopiedRows.ReadAsync(connection, "COPY application TO STDOUT (FORMAT BINARY)");
    }
}
