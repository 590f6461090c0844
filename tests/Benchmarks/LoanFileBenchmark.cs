using System.Diagnostics;
using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;
using Comparison = Wenye.Benchmarks.Harness.Comparison;

namespace Wenye.Benchmarks;

/// <summary>Loans of a bank's file a second, 2 % of the rows at fault, beside a bare COPY of the loans and borrowers that were stored; same PostgreSQL.</summary>
internal static class LoanFileBenchmark
{
    private const int Rows = 50_000;
    private const int RowsAMessage = 500;
    private const int FaultyEvery = 50;
    private static readonly Guid Bank = Guid.CreateVersion7();
    private static readonly Guid Guarantor = Guid.CreateVersion7();
    private static readonly Guid Fund = Guid.CreateVersion7();
    private static int _lent;

    public static async Task<Comparison> RunAsync()
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
        await AgreeAsync(database);
        await using var ours = await Service.StartOursAsync("Loans", settings);
        var copy = new BareCopy(database, "loan", "person", "loan_person");
        return await Comparison.RunAsync(
            "rows/s", aim: null, warmUps: 1, rounds: 3,
            new Contender("ImportLoans", () => ImportAsync(ours, issuer)),
            new Contender("bare COPY of the stored rows", copy.MeasureAsync));
    }

    // A bank whose client calls, a guarantor and its fund.
    private static Task<object?> AgreeAsync(string database) => Sql.ExecuteAsync(
        database,
        $"""
        INSERT INTO partner (id, kind, name, credit_code, division, agency, bank_name)
        VALUES ('{Bank}', {(int)PartnerKind.Bank}, '虚构银行', 'BANK', '370100', 'agency-bench', '虚构银行'),
            ('{Guarantor}', {(int)PartnerKind.Guarantor}, '虚构担保', 'GUARANTOR', '370100', 'agency-guarantor', NULL);
        INSERT INTO guarantee_fund (id, guarantor_id, division, name, balance_fen, exposure_fen) VALUES ('{Fund}', '{Guarantor}', '{Settings.Division}', '虚构担保基金', 0, 0)
        """);

    private static async Task<double> ImportAsync(Service target, TestIssuer issuer)
    {
        var client = new LoanImportService.LoanImportServiceClient(target.Channel);
        var parts = Enumerable.Range(0, Rows / RowsAMessage).Select(NewPart).ToList();
        var before = target.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        using var call = client.ImportLoans(Settings.Token(issuer, Roles.LoanBank));
        await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = Guid.CreateVersion7().ToString() } });
        foreach (var part in parts)
        {
            await call.RequestStream.WriteAsync(part);
        }

        await call.RequestStream.CompleteAsync();
        var import = (await call).Import;
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Console.Error.WriteAsync($"{(target.ProcessorTime - before).TotalMicroseconds / Rows:N1} µs of the service's CPU a row; ");
        return (import.Taken, import.Rejected) == (Rows - (Rows / FaultyEvery), Rows / FaultyEvery)
            ? Rows / elapsed
            : throw new InvalidOperationException($"{import.Taken} rows were taken and {import.Rejected} rejected.");
    }

    private static ImportLoansRequest NewPart(int part) => new()
    {
        Rows = new() { Rows = { Enumerable.Range(1, RowsAMessage).Select(i => NewRow((part * RowsAMessage) + i)) } },
    };

    private static LoanRow NewRow(int row)
    {
        var person = SyntheticPeople.Person(Interlocked.Increment(ref _lent));
        return new()
        {
            Row = row,
            ContractNumber = $"HT-{Guid.CreateVersion7():n}",
            Kind = BorrowerKind.Personal,
            Division = Settings.Division,
            FundId = Fund.ToString(),
            People = { new LoanRowPerson { Name = person.Name, IdNumber = person.ResidentId, Signs = true } },
            ContractDate = new Date { Year = 2019, Month = 12, Day = 1 },
            PrincipalFen = 10_000_000,
            AnnualRate = "0.0435",
            Tenor = LprTenor.OneYear,
            Lpr = "0.0415",
            TermMonths = row % FaultyEvery == 0 ? 0 : 12,
            MaturesOn = new Date { Year = 2020, Month = 12, Day = 1 },
            Sharing = SharingKind.Ordinary,
        };
    }
}
