using System.Diagnostics;
using MassTransit;
using Npgsql;
using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Testing;

namespace Wenye.Benchmarks.Employment;

/// <summary>
/// Events a second from the queue until every one is a fact, judged, and in the figures; beside bare inserts of the same rows of facts
/// and verdicts. The events are in the broker before the clock starts.
/// </summary>
internal static class ProjectionBenchmark
{
    /// <summary>How many there are before, whose people and figures those that arrive meet.</summary>
    public const int UsualEvents = 200_000;

    private const int Arriving = 20_000;

    public static async Task<Comparison> RunAsync(int events)
    {
        await using var statistics = await LoadedStatistics.StartAsync(events);
        await statistics.RebuildAsync();
        var bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(statistics.Broker.Uri));
        await bus.StartAsync();
        var next = events;
        var bare = new BareYearInserts(statistics.Database, statistics.Load);
        var comparison = await Comparison.RunAsync(
            "events/s", aim: null, warmUps: 1, rounds: 5,
            new Contender("consumed, judged, in the figures", async () =>
            {
                var round = Enumerable.Range(next, Arriving).Select(statistics.Year.Event).ToList();
                next += Arriving;
                bare.Rows = round;
                return await ProjectAsync(statistics, bus, round);
            }),
            new Contender("bare inserts of the rows", bare.MeasureAsync));
        await bus.StopAsync();
        return comparison;
    }

    private static async Task<double> ProjectAsync(LoadedStatistics statistics, IBusControl bus, List<object> round)
    {
        var goal = await CountAsync(statistics) + round.Count;

        // While somebody else holds the inbox no batch begins: the broker is filled and the consumers have their first messages.
        await using var connection = new NpgsqlConnection(statistics.Database);
        await connection.OpenAsync();
        await using var held = await connection.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE", connection))
        {
            await hold.ExecuteNonQueryAsync();
        }

        await ClosedLoop.RateAsync(round.Count, i => round[i] is EmploymentRegistered job ? bus.Publish(job) : bus.Publish((EmploymentEnded)round[i]));
        var before = statistics.Service.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        await held.RollbackAsync();
        await Eventually.IsTrueAsync(async () => await IsDoneAsync(statistics, goal), TimeSpan.FromMinutes(10));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Console.Error.WriteAsync($"{(statistics.Service.ProcessorTime - before).TotalMicroseconds / round.Count:N1} µs of the service's CPU an event; ");
        return round.Count / elapsed;
    }

    private static async Task<bool> IsDoneAsync(LoadedStatistics statistics, long goal) =>
        (bool)(await Sql.ExecuteAsync(
            statistics.Database,
            $"SELECT (SELECT count(*) FROM inbox) >= {goal} AND NOT EXISTS (SELECT FROM person_to_judge)"))!;

    private static async Task<long> CountAsync(LoadedStatistics statistics) => (long)(await Sql.ExecuteAsync(statistics.Database, "SELECT count(*) FROM inbox"))!;
}
