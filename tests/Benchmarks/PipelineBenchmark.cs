using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Persistence;
using Wenye.Testing;

namespace Wenye.Benchmarks;

/// <summary>
/// Registrations a second from the commit of their outbox rows to the counted figure, through Registration's relay, the
/// broker and Statistics; beside a bare publish and consume of the same events on the same broker.
/// </summary>
internal static class PipelineBenchmark
{
    public const int Events = 10_000;

    public static async Task<Comparison> RunAsync()
    {
        await using var servers = new TestServers();
        await using var issuer = await TestIssuer.StartAsync();
        var outbox = (await servers.CreateDatabaseAsync()).ConnectionString;
        var figures = (await servers.CreateDatabaseAsync()).ConnectionString;
        var settings = Settings.OfService(issuer);
        settings["ConnectionStrings:registration"] = outbox;
        settings["ConnectionStrings:statistics"] = figures;
        settings["ConnectionStrings:rabbitmq"] = (await servers.CreateVirtualHostAsync()).ConnectionString;
        settings["ConnectionStrings:redis"] = await servers.GetRedisAsync();
        await BenchProcess.RunAsync("Registration", ["migrate"], settings);
        await BenchProcess.RunAsync("Statistics", ["migrate"], settings);
        await using var statistics = await Service.StartOursAsync("Statistics", settings);
        await using var registration = await Service.StartOursAsync("Registration", settings);
        await using var bare = await BareBus.StartAsync(await servers.CreateVirtualHostAsync());
        return await Comparison.RunAsync(
            "events/s", aim: 0.41, warmUps: 2, rounds: 5,
            new Contender("outbox to counted figure", () => MeasureAsync(outbox, figures)),
            new Contender("bare publish and consume", bare.MeasureAsync));
    }

    public static UnemploymentRegistered NewEvent(DateOnly today) => new()
    {
        RegistrationId = Guid.CreateVersion7(),
        PersonId = Guid.CreateVersion7(),
        Division = Settings.Division,
        RegisteredOn = today,
        UnemploymentReason = "21",
        ClaimsBenefit = true,
    };

    private static async Task<double> MeasureAsync(string outbox, string figures)
    {
        var goal = await CountedAsync(figures) + Events;
        await using var context = new OutboxContext(new DbContextOptionsBuilder<OutboxContext>().UseNpgsql(outbox).Options);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        for (var i = 0; i < Events; i++)
        {
            context.Publish(NewEvent(today));
        }
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.SaveChangesAsync();
        var started = Stopwatch.GetTimestamp();
        await transaction.CommitAsync();
        await Eventually.IsTrueAsync(async () => await CountedAsync(figures) == goal, TimeSpan.FromMinutes(2));
        return Events / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<long> CountedAsync(string figures) =>
        (long)(await Sql.ExecuteAsync(figures, "SELECT coalesce(sum(registered), 0)::bigint FROM registration_count"))!;

    // Writes the same rows as Registration does when it approves, without the cost of approving.
    private sealed class OutboxContext(DbContextOptions<OutboxContext> options) : ServiceDbContext(options);
}
