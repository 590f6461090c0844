using System.Collections.Concurrent;
using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Wenye.Persistence.Tests.Events.V1;
using Wenye.Testing;

namespace Wenye.Persistence.Tests;

public sealed class TraceTests(TestServers servers)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_trace_runs_from_the_call_through_outbox_and_broker_to_the_consumers_sql(bool batch)
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Test" or "Wenye.Persistence" or "MassTransit" or "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("Test");
        await using var host = await ThingsHost.Create(
            (await servers.CreateDatabaseAsync()).ConnectionString,
            (await servers.CreateVirtualHostAsync()).ConnectionString,
            relay: true,
            consumers: bus =>
            {
                if (batch)
                    bus.AddBatchConsumer<BatchWriter>();
                else
                    bus.AddConsumer<Writer>();
            }).MigratedAsync();
        await host.ConnectedAsync();

        using var call = source.StartActivity("call")!;
        await host.SaveAsync(1, 1);
        call.Stop();

        await Eventually.IsTrueAsync(() => PathTo(call, ended) is not null, TimeSpan.FromSeconds(30));
        var path = PathTo(call, ended)!;
        path.ShouldContain("Wenye.Persistence");
        path.Count(name => name == "MassTransit").ShouldBeGreaterThanOrEqualTo(2, string.Join(" < ", path));
    }

    // The sources from an SQL span under a MassTransit span up to the call.
    private static List<string>? PathTo(Activity call, IReadOnlyCollection<Activity> ended)
    {
        var trace = ended.Where(activity => activity.TraceId == call.TraceId).ToDictionary(activity => activity.SpanId);
        foreach (var sql in trace.Values.Where(activity => activity.Source.Name == "Npgsql"))
        {
            var path = new List<string>();
            for (var at = sql; at is not null; at = trace.GetValueOrDefault(at.ParentSpanId))
                path.Add(at.Source.Name);
            if (path is [.., "Test"] && path.Contains("MassTransit"))
                return path;
        }

        return null;
    }

    public sealed class Writer(ThingsDbContext things) : IConsumer<ThingHappened>
    {
        public Task Consume(ConsumeContext<ThingHappened> context) =>
            things.Database.ExecuteSqlAsync($"select {context.Message.Number}", context.CancellationToken);
    }

    public sealed class BatchWriter(ThingsDbContext things) : IConsumer<Batch<ThingHappened>>
    {
        public Task Consume(ConsumeContext<Batch<ThingHappened>> context) =>
            things.Database.ExecuteSqlAsync($"select {context.Message.Length}", context.CancellationToken);
    }
}
