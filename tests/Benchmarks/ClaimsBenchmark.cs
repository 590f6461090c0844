using System.Diagnostics;
using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Training.V1;
using Wenye.Testing;

namespace Wenye.Benchmarks;

/// <summary>Lines of training claims decided and stored a second, 500 a claim, each of a person nobody knew, beside a bare COPY of the same rows; same PostgreSQL.</summary>
internal static class ClaimsBenchmark
{
    private const int Claims = 20;
    private const int LinesAClaim = 500;
    private const int Callers = 4;
    private const string Occupation = "4020301";
    private static int _people;

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
        await Sql.ExecuteAsync(
            database,
            $"""INSERT INTO course (city, occupation, level, "from", name, category, hours, leads_to, standard_fen) VALUES ('370100', '{Occupation}', 5, '2020-01-01', '育婴员', 1, 100, 1, 180000)""");
        await using var ours = await Service.StartOursAsync("Training", settings);
        var bare = new BareCopy(database, "claim_line", "trainee");
        return await Comparison.RunAsync(
            "lines/s", aim: 0.2, warmUps: 3, rounds: 5,
            new Contender("SubmitClaim, decided and stored", () => MeasureAsync(ours, issuer)),
            new Contender("bare COPY of the stored rows", bare.MeasureAsync));
    }

    private static async Task<double> MeasureAsync(Service target, TestIssuer issuer)
    {
        var client = new ClaimService.ClaimServiceClient(target.Channel);
        var token = Settings.Token(issuer, "training-portal");
        var requests = Enumerable.Range(0, Claims).Select(_ => NewClaim()).ToArray();
        var before = target.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (request, cancellation) =>
        {
            var claim = (await client.SubmitClaimAsync(request, token, cancellationToken: cancellation)).Claim;
            if (claim.Granted + claim.Refused != LinesAClaim)
            {
                throw new InvalidOperationException($"{claim.Incomplete} lines lack something.");
            }
        });
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Console.Error.WriteAsync($"{(target.ProcessorTime - before).TotalMicroseconds / (Claims * LinesAClaim):N0} µs of the server's CPU a line; ");
        return Claims * LinesAClaim / elapsed;
    }

    private static SubmitClaimRequest NewClaim() => new()
    {
        RequestId = Guid.CreateVersion7().ToString(),
        Kind = ClaimKind.TrainingSubsidy,
        Channel = ClaimChannel.Firm,
        Division = Settings.Division,
        CreditCode = "91370100MA0000007J",
        FirmName = "某某机械有限公司",
        BankAccount = "37010000000000001234",
        BankName = "某银行",
        Materials = { Paper(ClaimMaterial.Invoice, MaterialForm.Uploaded), Paper(ClaimMaterial.ApplicationForm, MaterialForm.Uploaded) },
        Lines = { Enumerable.Range(0, LinesAClaim).Select(_ => NewLine(Interlocked.Increment(ref _people))) },
    };

    private static ClaimLine NewLine(int number)
    {
        var person = SyntheticPeople.Person(number);
        return new()
        {
            Person = new() { Name = person.Name, IdNumber = person.ResidentId },
            Certificate = new()
            {
                Kind = CertificateKind.SkillLevel,
                Number = $"Y{number}",
                IssuedOn = new() { Year = 2020, Month = 8, Day = 20 },
                Occupation = new() { Occupation = Occupation, Level = 5 },
            },
            Group = TraineeGroup.Veteran,
            Mode = TrainingMode.Offline,
            Materials =
            {
                Paper(ClaimMaterial.Identity, MaterialForm.Uploaded), Paper(ClaimMaterial.Group, MaterialForm.Uploaded), Paper(ClaimMaterial.Certificate, MaterialForm.SystemChecked),
            },
        };
    }

    private static MaterialAtHand Paper(ClaimMaterial material, MaterialForm form) => new() { Material = material, Form = form };
}
