using System.Data.Common;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using Wenye.Persistence.Tests.Events.V1;
using Wenye.Testing;

namespace Wenye.Persistence.Tests;

public sealed class ConsumerTests(TestServers servers)
{
    private readonly Received received = new();
    private string broker = "";

    [Fact]
    public async Task A_message_that_keeps_failing_waits_in_the_error_queue()
    {
        await using var host = await StartAsync(bus => bus.AddConsumer<FailingConsumer>());

        await host.SaveAsync(1, 1);

        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await Eventually.IsTrueAsync(
            async () => await host.CountAsync("outbox") == 0 && received.All.Count == 4 && await ErrorsAsync(channel, "things-failing_error") == 1,
            TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_database_that_is_away_is_waited_for()
    {
        await using var host = await StartAsync(bus => bus.AddConsumer<PatientConsumer>());

        await host.SaveAsync(1, 1);

        // More attempts than another fault gets.
        await Eventually.IsTrueAsync(() => received.All.Count == 6, TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_waits_for_the_database_when_the_host_stops_is_delivered_to_the_next(bool batch)
    {
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        broker = (await servers.CreateVirtualHostAsync()).ConnectionString;
        var refused = new Received();
        await using var first = await NextHostAsync(database, refused, bus => Add(bus, batch));
        await first.SaveAsync(1, 20);
        await Eventually.IsTrueAsync(() => refused.Numbers.Distinct().Count() == 20);
        await first.StopAsync();

        received.Accepts = true;
        await using var next = await NextHostAsync(database, received, bus => Add(bus, batch));

        await Eventually.IsTrueAsync(() => received.Numbers.Distinct().Count() == 20, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_failed_batch_is_tried_again_and_counted_once()
    {
        await using var host = await StartAsync(bus => bus.AddBatchConsumer<CountingConsumer>());

        await host.SaveAsync(1, 1500);

        await Eventually.IsTrueAsync(async () => await host.CountAsync("inbox") == 1500, TimeSpan.FromSeconds(60));
        (await host.CountAsync("things where number < 0")).ShouldBe(1500);
    }

    [Fact]
    public async Task Queues_are_quorum_queues_named_by_service_and_consumer()
    {
        await using var host = await StartAsync(bus => bus.AddConsumer<PatientConsumer>());

        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        // Declaring a queue that exists with other arguments fails.
        await channel.QueueDeclareAsync("things-patient", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" });
        await channel.ExchangeDeclarePassiveAsync("Wenye.Persistence.Tests.Events.V1:ThingHappened");
    }

    private static void Add(IBusRegistrationConfigurator bus, bool batch)
    {
        if (batch)
            bus.AddBatchConsumer<ChoosyBatchConsumer>();
        else
            bus.AddConsumer<ChoosyConsumer>();
    }

    private static async Task<uint> ErrorsAsync(IChannel channel, string queue)
    {
        var declared = await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" });
        return declared.MessageCount;
    }

    private async Task<ThingsHost> StartAsync(Action<IBusRegistrationConfigurator> consumers)
    {
        broker = (await servers.CreateVirtualHostAsync()).ConnectionString;
        return await NextHostAsync((await servers.CreateDatabaseAsync()).ConnectionString, received, consumers);
    }

    private async Task<ThingsHost> NextHostAsync(string database, Received to, Action<IBusRegistrationConfigurator> consumers)
    {
        var host = await ThingsHost.Create(database, broker, relay: true, services => services.AddSingleton(to), consumers).MigratedAsync();
        return await host.ConnectedAsync();
    }

    private sealed class DatabaseAwayException() : DbException("away")
    {
        public override bool IsTransient => true;
    }

    public sealed class FailingConsumer(Received received) : IConsumer<ThingHappened>
    {
        public Task Consume(ConsumeContext<ThingHappened> context)
        {
            received.Add(context);
            throw new InvalidOperationException("This message cannot be handled.");
        }
    }

    public sealed class PatientConsumer(Received received) : IConsumer<ThingHappened>
    {
        public Task Consume(ConsumeContext<ThingHappened> context)
        {
            received.Add(context);
            return received.All.Count < 6 ? throw new DatabaseAwayException() : Task.CompletedTask;
        }
    }

    public sealed class ChoosyConsumer(Received received) : IConsumer<ThingHappened>
    {
        public Task Consume(ConsumeContext<ThingHappened> context)
        {
            received.Add(context);
            return received.Accepts ? Task.CompletedTask : throw new DatabaseAwayException();
        }
    }

    public sealed class ChoosyBatchConsumer(Received received) : IConsumer<Batch<ThingHappened>>
    {
        public Task Consume(ConsumeContext<Batch<ThingHappened>> context)
        {
            foreach (var message in context.Message)
                received.Add(message);
            return received.Accepts ? Task.CompletedTask : throw new DatabaseAwayException();
        }
    }

    /// <summary>Writes a batch's effects and claims, and fails four times just before the commit.</summary>
    public sealed class CountingConsumer(ThingsDbContext things) : IConsumer<Batch<ThingHappened>>
    {
        private static int calls;

        public async Task Consume(ConsumeContext<Batch<ThingHappened>> context)
        {
            await using var transaction = await things.Database.BeginTransactionAsync();
            var claimed = await Inbox.ClaimAsync(things, "counting", [.. context.Message.Select(message => message.MessageId!.Value)], CancellationToken.None);
            things.AddRange(context.Message.Where(message => claimed.Contains(message.MessageId!.Value)).Select(message => new Thing { Number = -message.Message.Number }));
            await things.SaveChangesAsync();
            if (Interlocked.Increment(ref calls) <= 4)
                throw new DatabaseAwayException();
            await transaction.CommitAsync();
        }
    }
}
