using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Registration.V1;
using Wenye.Testing;

namespace Wenye.Benchmarks;

/// <summary>SubmitApplication calls a second, beside a bare gRPC service that inserts one row; same forms, same PostgreSQL.</summary>
internal static class SubmitBenchmark
{
    private const int Calls = 2_000;
    private static int _submitted;

    public static async Task<Comparison> RunAsync()
    {
        await using var servers = new TestServers();
        await using var issuer = await TestIssuer.StartAsync();
        await using var bare = await StartBareAsync(servers);
        await using var ours = (await StartRegistrationAsync(servers, issuer)).Service;

        // Of a service that has run for minutes: until some 130,000 calls the runtime still instruments and recompiles it, and
        // takes up to half a core for that.
        return await Comparison.RunAsync(
            "calls/s", aim: 0.6, warmUps: 80, rounds: 5,
            new Contender("SubmitApplication", () => MeasureAsync(ours, issuer)),
            new Contender("bare service, one insert", () => MeasureAsync(bare, issuer)));
    }

    private static async Task<Service> StartBareAsync(TestServers servers)
    {
        var database = await servers.CreateDatabaseAsync();
        await Sql.ExecuteAsync(database.ConnectionString, BareService.Rows.CreateTable);
        return await Service.StartBareAsync(
            "bare-service", new Dictionary<string, string>(StringComparer.Ordinal) { ["ConnectionStrings:bare"] = database.ConnectionString });
    }

    /// <summary>Registration on a new database, with that database's address.</summary>
    internal static async Task<(Service Service, string Database)> StartRegistrationAsync(TestServers servers, TestIssuer issuer)
    {
        var settings = Settings.OfService(issuer);
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        settings["ConnectionStrings:registration"] = database;
        settings["ConnectionStrings:rabbitmq"] = (await servers.CreateVirtualHostAsync()).ConnectionString;
        settings["ConnectionStrings:redis"] = await servers.GetRedisAsync();
        await BenchProcess.RunAsync("Registration", ["migrate"], settings);
        return (await Service.StartOursAsync("Registration", settings), database);
    }

    private static Task<double> MeasureAsync(Service target, TestIssuer issuer)
    {
        var client = new RegistrationService.RegistrationServiceClient(target.Channel);
        var token = Settings.Token(issuer);
        var requests = Enumerable.Range(0, Calls).Select(_ => NewRequest()).ToArray();
        return target.RateAsync(Calls, async i => await client.SubmitApplicationAsync(requests[i], token));
    }

    private static SubmitApplicationRequest NewRequest() =>
        new() { RequestId = Guid.CreateVersion7().ToString(), Form = NewForm(Interlocked.Increment(ref _submitted)) };

    /// <summary>A valid form. Its fields are named by ministry code in the contract, as JSON names.</summary>
    internal static ApplicationForm NewForm(int seed)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var fields = SyntheticForms.Valid(seed, today, Settings.Division);
        var form = new ApplicationForm();
        foreach (var field in ApplicationForm.Descriptor.Fields.InFieldNumberOrder())
        {
            if (fields.TryGetValue(field.JsonName, out var text))
            {
                field.Accessor.SetValue(form, text);
            }
        }
        return form;
    }
}
