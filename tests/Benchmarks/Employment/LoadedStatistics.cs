using System.Diagnostics;
using Grpc.Core;
using Wenye.Benchmarks.Harness;
using Wenye.Contracts.Statistics.V1;
using Wenye.Testing;

namespace Wenye.Benchmarks.Employment;

/// <summary>Statistics as a process of its own, over a database with a synthetic year in it (带年度数据的统计服务).</summary>
internal sealed class LoadedStatistics : IAsyncDisposable
{
    private readonly TestServers _servers = new();
    private TestIssuer _issuer = null!;

    private LoadedStatistics(int events) => (Events, Year) = (events, new(Math.Max(events, 100_000) / SyntheticYear.EventsOfAGroup * (SyntheticYear.EventsOfAGroup - 1)));

    public int Events { get; }

    public SyntheticYear Year { get; }

    public string Database { get; private set; } = "";

    public TestVirtualHost Broker { get; private set; } = null!;

    public YearLoad Load { get; private set; } = null!;

    public Service Service { get; private set; } = null!;

    public NewEmploymentService.NewEmploymentServiceClient Client => new(Service.Channel);

    /// <summary>Made for each use: filling takes longer than one lives.</summary>
    public Metadata Token => new() { { "authorization", $"Bearer {_issuer.Token("agency-bench", SyntheticYear.Province, "statistician", "province")}" } };

    public static async Task<LoadedStatistics> StartAsync(int events)
    {
        var loaded = new LoadedStatistics(events);
        loaded._issuer = await TestIssuer.StartAsync();
        var settings = Settings.OfService(loaded._issuer);
        loaded.Database = (await loaded._servers.CreateDatabaseAsync()).ConnectionString;
        loaded.Broker = await loaded._servers.CreateVirtualHostAsync();
        settings["ConnectionStrings:statistics"] = loaded.Database;
        settings["ConnectionStrings:rabbitmq"] = loaded.Broker.ConnectionString;
        settings["ConnectionStrings:redis"] = await loaded._servers.GetRedisAsync();
        await BenchProcess.RunAsync("Statistics", ["migrate"], settings);
        var started = Stopwatch.GetTimestamp();
        loaded.Load = new(loaded.Database, loaded.Year);
        await loaded.Load.FillAsync(events);
        await Console.Error.WriteLineAsync($"{events:N0} events' facts written in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
        loaded.Service = await Service.StartOursAsync("Statistics", settings);
        return loaded;
    }

    /// <summary>Has everything judged again; how long that took.</summary>
    public async Task<(TimeSpan Took, RebuildNewEmploymentResponse Answer)> RebuildAsync()
    {
        var cpu = Service.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var answer = await Client.RebuildNewEmploymentAsync(new(), Token, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1));
        var took = Stopwatch.GetElapsedTime(started);
        await Console.Error.WriteLineAsync(
            $"rebuild: {answer.Records:N0} records, {answer.DifferingRecords:N0} differing, {took.TotalSeconds:N1} s, {(Service.ProcessorTime - cpu).TotalMicroseconds / Math.Max(1, answer.Records):N1} µs of the service's CPU a record, {Service.PeakMemory >> 20} MiB at most");
        return (took, answer);
    }

    public async ValueTask DisposeAsync()
    {
        if (Service is not null)
        {
            await Service.DisposeAsync();
        }

        if (Load is not null)
        {
            await Load.DisposeAsync();
        }

        await _issuer.DisposeAsync();
        await _servers.DisposeAsync();
    }
}
