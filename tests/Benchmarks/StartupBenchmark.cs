using System.Diagnostics;
using Testcontainers.RabbitMq;
using Wenye.Benchmarks.Harness;

namespace Wenye.Benchmarks;

/// <summary>Seconds from the start of the AppHost until the whole system is ready, beside RabbitMQ's own start: the slowest server sets the pace.</summary>
internal static class StartupBenchmark
{
    public static Task<Comparison> RunAsync() => Comparison.RunAsync(
        "seconds", aim: 1.3, warmUps: 1, rounds: 3,
        new Contender("whole system", StartSystemAsync),
        new Contender("RabbitMQ alone", StartBrokerAsync));

    private static async Task<double> StartSystemAsync()
    {
        var folder = Directory.CreateTempSubdirectory("wenye-bench-");
        try
        {
            var ready = Path.Combine(folder.FullName, "platform.json");
            var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["RunFolder"] = folder.FullName };
            var started = Stopwatch.GetTimestamp();
            await using var system = await BenchProcess.StartAsync("AppHost", [], settings, () => Task.FromResult(File.Exists(ready)));
            return Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> StartBrokerAsync()
    {
        var started = Stopwatch.GetTimestamp();
        await using var broker = new RabbitMqBuilder("rabbitmq:3.13-management").Build();
        await broker.StartAsync();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
