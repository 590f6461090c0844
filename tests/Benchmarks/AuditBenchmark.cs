using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Wenye.Benchmarks.Harness;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.Testing;

namespace Wenye.Benchmarks;

/// <summary>Entries a second of a verification of the audit chain (every leaf, MAC, head and seal), beside a bare COPY of the same table to nowhere.</summary>
internal static class AuditBenchmark
{
    public const int UsualEntries = 1_000_000;
    private const int AtOnce = 50_000;

    public static async Task<Comparison> RunAsync(int entries)
    {
        await using var servers = new TestServers();
        var database = await servers.CreateDatabaseAsync();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(PersonalDataKeys.Fresh().ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        builder.Configuration["ConnectionStrings:registration"] = database.ConnectionString;
        builder.AddServiceDatabase<RegistrationDbContext>("registration");
        using var host = builder.Build();
        await host.Services.MigrateAsync<RegistrationDbContext>(CancellationToken.None);
        await FillAsync(host.Services, entries);
        var verification = host.Services.GetRequiredService<AuditVerification>();
        var source = host.Services.GetRequiredService<NpgsqlDataSource>();
        return await Comparison.RunAsync(
            "entries/s", aim: null, warmUps: 1, rounds: 5,
            new Contender("verified: leaf, MAC, head and seal of each", () => VerifyAsync(verification)),
            new Contender("bare COPY out", () => CopyAsync(source, entries)));
    }

    // As a day's calls would leave them, a seal each ten thousand.
    private static async Task FillAsync(IServiceProvider services, int entries)
    {
        var (trail, sealing) = (services.GetRequiredService<AuditTrail>(), services.GetRequiredService<AuditSealing>());
        using var scope = services.CreateScope();
        var table = new RowTable<AuditEntry>(scope.ServiceProvider.GetRequiredService<RegistrationDbContext>().Model);
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        for (var written = 0; written < entries; written += AtOnce)
        {
            await table.CopyAsync(connection, [.. Enumerable.Range(written, Math.Min(AtOnce, entries - written)).Select(number => trail.Saying(Body(number)))], CancellationToken.None);
            await sealing.SealAsync(CancellationToken.None);
        }
    }

    private static string Body(int number) =>
        $$$"""{"kind":"decision","service":"registration","calls":[{"rpc":"wenye.registration.v1.RegistrationService/SubmitApplication","agency":"agency-jinan","client":"agency-jinan-intake","roles":"intake","division":"370102","from":"203.0.113.{{{number % 250}}} via 127.0.0.1","request_id":"{{{Guid.CreateVersion7()}}}","operator":"c3ludGhldGljIGtleWVkIGhhc2ggb2YgYSBuYW1lLi4=","content":"c3ludGhldGljIGtleWVkIGhhc2ggb2YgYSBjYWxsLi4=","decision":"registration.eligibility","outcome":"Granted","subjects":["{{{Guid.CreateVersion7()}}}"]}],"rows":{"application":1,"application_step":1,"handled_request":1}}""";

    private static async Task<double> VerifyAsync(AuditVerification verification)
    {
        var started = TimeProvider.System.GetTimestamp();
        var found = await verification.RunAsync(_ => Task.CompletedTask, CancellationToken.None);
        return found.Faults == 0 && found.Waiting == 0
            ? found.Entries / TimeProvider.System.GetElapsedTime(started).TotalSeconds
            : throw new InvalidOperationException($"{found.Faults} faults, {found.Waiting} waiting: {string.Join("; ", found.First)}");
    }

    private static async Task<double> CopyAsync(NpgsqlDataSource source, int entries)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var connection = await source.OpenConnectionAsync();
        await using var copy = await connection.BeginRawBinaryCopyAsync("COPY audit_entry TO STDOUT (FORMAT BINARY)");
        await copy.CopyToAsync(Stream.Null);
        return entries / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }
}
