using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wenye.Persistence.Tests.Events.V1;
using Wenye.Testing;

namespace Wenye.Persistence.Tests;

public sealed class OutboxTests(TestServers servers)
{
    private readonly Guid run = Guid.CreateVersion7();
    private readonly Received received = new();

    [Fact]
    public async Task State_and_event_commit_together()
    {
        await using var host = await ThingsHost.Create(await servers.CreateDatabaseAsync()).MigratedAsync();

        await host.SaveAsync(run, 1, 3);

        (await host.CountAsync("thing")).ShouldBe(3);
        (await host.CountAsync("outbox")).ShouldBe(3);
    }

    [Fact]
    public async Task State_and_event_roll_back_together()
    {
        await using var host = await ThingsHost.Create(await servers.CreateDatabaseAsync()).MigratedAsync();
        await host.SaveAsync(run, 5, 1);

        // The fifth thing exists, so its number breaks the unique index after the event row was written.
        await Should.ThrowAsync<DbUpdateException>(() => host.SaveAsync(run, 1, 5));
        await host.CallAsync(async (_, context) =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Add(new Thing { Number = 9 });
            context.Publish(new ThingHappened { Run = run, Number = 9 });
            await context.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });

        (await host.CountAsync("thing")).ShouldBe(1);
        (await host.CountAsync("outbox")).ShouldBe(1);
    }

    [Fact]
    public async Task Two_relays_share_the_work_and_publish_no_event_twice()
    {
        var database = await servers.CreateDatabaseAsync();
        await using var consumer = await ConsumerAsync(database);
        await consumer.SaveAsync(run, 1, 2000);

        await using var first = await ThingsHost.Create(database, servers.RabbitMq, relay: true).StartedAsync();
        await using var second = await ThingsHost.Create(database, servers.RabbitMq, relay: true).StartedAsync();
        await first.OutboxIsEmptyAsync();

        await AllReceivedAsync(first, 2000);
        received.NumbersOf(run).Length.ShouldBe(2001, "each once, and the one that closes the run");
        received.All.Select(message => message.MessageId).ShouldBeUnique();
    }

    [Fact]
    public async Task Nothing_is_lost_while_the_broker_is_unreachable()
    {
        var database = await servers.CreateDatabaseAsync();
        await using var consumer = await ConsumerAsync(database);
        var broker = new Uri(servers.RabbitMq);
        await using var link = new BrokenLink(broker.Host, broker.Port);
        var reachedByLink = new UriBuilder(broker) { Host = "127.0.0.1", Port = link.Port }.Uri.AbsoluteUri;
        await using var host = await ThingsHost.Create(database, reachedByLink, relay: true).StartedAsync();
        await host.SaveAsync(run, 1, 100);
        await host.OutboxIsEmptyAsync();

        link.Cut();
        await host.SaveAsync(run, 101, 500);
        (await host.CountAsync("outbox")).ShouldBe(500, "the relay cannot have published");
        link.Restore();

        await host.OutboxIsEmptyAsync();
        await AllReceivedAsync(host, 600);
    }

    [Fact]
    public async Task Nothing_is_lost_when_the_database_drops_every_connection()
    {
        var database = await servers.CreateDatabaseAsync();
        await using var host = await ConsumerAsync(database, relay: true);
        await host.SaveAsync(run, 1, 1000);

        await using (var connection = new NpgsqlConnection(database))
        {
            await connection.OpenAsync();
            await using var kill = new NpgsqlCommand("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", connection);
            await kill.ExecuteNonQueryAsync();
        }

        await Eventually.IsTrueAsync(async () => await TrySaveAsync(host, 1001), TimeSpan.FromSeconds(30));
        await host.OutboxIsEmptyAsync();
        await AllReceivedAsync(host, 1001);
    }

    [Fact]
    public async Task A_stopped_relay_leaves_each_event_either_published_or_pending()
    {
        var database = await servers.CreateDatabaseAsync();
        await using var consumer = await ConsumerAsync(database);
        await consumer.SaveAsync(run, 1, 3000);

        await using var relay = await ThingsHost.Create(database, servers.RabbitMq, relay: true).StartedAsync();
        await Eventually.IsTrueAsync(async () => await consumer.CountAsync("outbox") < 3000, TimeSpan.FromSeconds(30));
        await relay.StopAsync();

        var pending = (int)await consumer.CountAsync("outbox");
        await Eventually.IsTrueAsync(() => Task.FromResult(received.NumbersOf(run).Length >= 3000 - pending), TimeSpan.FromSeconds(30));
        received.NumbersOf(run).Length.ShouldBe(3000 - pending);
    }

    [Fact]
    public async Task An_unreadable_event_waits_and_does_not_hold_up_the_others()
    {
        var database = await servers.CreateDatabaseAsync();
        await using var host = await ConsumerAsync(database, relay: true, before: async host =>
        {
            await using var command = host.Database.CreateCommand("insert into outbox (message_id, type, body) values (gen_random_uuid(), 'No.Such.Event, Wenye.Contracts', '{}')");
            await command.ExecuteNonQueryAsync();
        });
        await host.SaveAsync(run, 1, 10);

        await AllReceivedAsync(host, 10, pending: 1);

        await using var row = host.Database.CreateCommand("select attempts > 0 and not_before > created_at and last_error is not null from outbox");
        (await row.ExecuteScalarAsync()).ShouldBe(true);
    }

    private async Task<bool> TrySaveAsync(ThingsHost host, int number)
    {
        try
        {
            await host.SaveAsync(run, number, 1);
            return true;
        }
        catch (Exception failure) when (TransientFault.Is(failure))
        {
            return false;
        }
    }

    private async Task<ThingsHost> ConsumerAsync(string database, bool relay = false, Func<ThingsHost, Task>? before = null)
    {
        var host = await ThingsHost.Create(
            database,
            servers.RabbitMq,
            queuePrefix: $"t{run:n}",
            relay,
            services => services.AddSingleton(received),
            bus => bus.AddConsumer<RecordingConsumer>().Endpoint(endpoint => endpoint.ConcurrentMessageLimit = 1)).MigratedAsync();
        if (before is not null)
            await before(host);
        await host.StartedAsync();
        // The queue is bound only once the bus has connected; an event before that would reach nobody.
        await host.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(60));
        return host;
    }

    // Numbers 1..count each came at least once, and nothing before a last event that closes the run is still under way.
    private async Task AllReceivedAsync(ThingsHost relay, int count, int pending = 0)
    {
        await Eventually.IsTrueAsync(async () => await relay.CountAsync("outbox") == pending, TimeSpan.FromSeconds(60));
        await relay.SaveAsync(run, 1_000_000, 1);
        await Eventually.IsTrueAsync(() => Task.FromResult(received.NumbersOf(run).Contains(1_000_000)), TimeSpan.FromSeconds(60));
        received.NumbersOf(run).Distinct().Order().SkipLast(1).ShouldBe(Enumerable.Range(1, count));
    }
}
