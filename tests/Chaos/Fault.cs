using System.Diagnostics;
using Wenye.ServerProcesses;

namespace Wenye.Chaos;

/// <summary>What a fault did and what it left.</summary>
internal sealed record FaultResult(string Name, int At, TimeSpan Down, TimeSpan Recovered, int Retries, Balance Balance);

/// <summary>A part that is killed with SIGKILL in mid-stream, and what shows that its absence is felt before it is started again.</summary>
internal sealed class Fault(string name, RegistrationStream stream, Func<Task> kill, Func<Task> restart, Func<Task> felt)
{
    /// <summary>How many faults the plan has.</summary>
    public const int Count = 5;

    public static IEnumerable<Fault> Plan(RunningSystem system, RegistrationStream stream)
    {
        Task Retried()
        {
            var before = stream.Retries;
            return stream.UntilAsync("a call was repeated", () => stream.Retries > before);
        }

        Task GoesOn()
        {
            var before = stream.Completed;
            return stream.UntilAsync("the stream goes on", () => stream.Completed >= before + 10);
        }

        var (first, second, statistics) = (system.Registration[0], system.Registration[1], system.Statistics);
        yield return new("Registration, in mid-call", stream, first.KillAsync, first.StartAsync, Retried);
        yield return new("Registration 2, relaying", stream, second.KillAsync, second.StartAsync, GoesOn);
        yield return new("RabbitMQ", stream, system.RabbitMq.KillAsync, () => system.RabbitMq.StartAsync(), GoesOn);
        yield return new("PostgreSQL", stream, system.Postgres.KillAsync, () => StartAgainAsync(system.Postgres), Retried);
        yield return new("Statistics, counting", stream, statistics.KillAsync, statistics.StartAsync, GoesOn);
    }

    /// <summary>Streams a number of registrations and kills the part when a third of them is through.</summary>
    public async Task<FaultResult> RunAsync(int registrations, Audit audit, ChaosOptions options)
    {
        var (before, retries) = (stream.Completed, stream.Retries);
        stream.Add(registrations);
        await stream.UntilAsync("a third is through", () => stream.Completed >= before + (registrations / 3));
        var at = stream.Completed;
        var killed = Stopwatch.GetTimestamp();
        await kill();
        await felt();
        if (name == "RabbitMQ")
            await audit.SabotageAsync(options.Sabotage);
        await restart();
        var down = Stopwatch.GetElapsedTime(killed);
        await audit.CountedAsync(stream.Completed);
        var recovered = Stopwatch.GetElapsedTime(killed);
        await stream.IdleAsync();
        return new FaultResult(name, at, down, recovered, stream.Retries - retries, await audit.SettleAsync());
    }

    // Back ends outlive a killed postmaster for a moment and hold its shared memory; until then it refuses to start.
    internal static async Task StartAgainAsync(PostgresServer postgres)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await postgres.StartAsync();
                return;
            }
            catch (ServerFailedException) when (attempt < 50)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
