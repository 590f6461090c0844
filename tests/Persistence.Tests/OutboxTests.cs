using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wenye.Persistence.Tests.Events.V1;
using Wenye.Testing;

namespace Wenye.Persistence.Tests;

public sealed class OutboxTests(TestServers servers)
{
    private readonly Received received = new();

    [Fact]
    public async Task State_and_event_commit_together()
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();

        await host.SaveAsync(1, 3);

        (await host.CountAsync("things")).ShouldBe(3);
        (await host.CountAsync("outbox")).ShouldBe(3);
    }

    [Fact]
    public async Task State_and_event_roll_back_together()
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();
        await host.SaveAsync(5, 1);

        // The fifth thing exists, so its number breaks the unique index after the event row was written.
        await Should.ThrowAsync<DbUpdateException>(() => host.SaveAsync(1, 5));
        await host.CallAsync(async (_, context) =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Add(new Thing { Number = 9 });
            context.Publish(new ThingHappened { Number = 9 });
            await context.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });

        (await host.CountAsync("things")).ShouldBe(1);
        (await host.CountAsync("outbox")).ShouldBe(1);
    }

    [Fact]
    public async Task Two_relays_share_the_work_and_publish_no_event_twice()
    {
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        var broker = (await servers.CreateVirtualHostAsync()).ConnectionString;
        await using var consumer = await ConsumerAsync(database, broker);
        await consumer.SaveAsync(1, 2000);

        await using var first = await ThingsHost.Create(database, broker, relay: true).StartedAsync();
        await using var second = await ThingsHost.Create(database, broker, relay: true).StartedAsync();

        await AllReceivedAsync(first, 2000);
        received.Numbers.Length.ShouldBe(2001, "each once, and the one that closes the run");
        received.All.Select(message => message.MessageId).ShouldBeUnique();
    }

    [Fact]
    public async Task Nothing_is_lost_while_the_broker_is_unreachable()
    {
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        var broker = (await servers.CreateVirtualHostAsync()).ConnectionString;
        await using var consumer = await ConsumerAsync(database, broker);
        var address = new Uri(broker);
        await using var link = new BrokenLink(address.Host, address.Port);
        var reachedByLink = new UriBuilder(address) { Host = "127.0.0.1", Port = link.Port }.Uri.AbsoluteUri;
        await using var host = await ThingsHost.Create(database, reachedByLink, relay: true).StartedAsync();
        await host.SaveAsync(1, 100);
        await PendingAsync(host, 0);

        link.Cut();
        await host.SaveAsync(101, 500);
        (await host.CountAsync("outbox")).ShouldBe(500, "the relay cannot have published");
        link.Restore();

        await AllReceivedAsync(host, 600);
    }

    [Fact]
    public async Task Nothing_is_lost_when_the_database_drops_every_connection()
    {
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        var broker = (await servers.CreateVirtualHostAsync()).ConnectionString;
        await using var host = await ConsumerAsync(database, broker, relay: true);
        await host.SaveAsync(1, 1000);

        await using (var connection = new NpgsqlConnection(database))
        {
            await connection.OpenAsync();
            await using var kill = new NpgsqlCommand("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", connection);
            await kill.ExecuteNonQueryAsync();
        }

        await Eventually.IsTrueAsync(async () => await TrySaveAsync(host, 1001), TimeSpan.FromSeconds(30));
        await AllReceivedAsync(host, 1001);
    }

    [Fact]
    public async Task A_stopped_relay_leaves_each_event_either_published_or_pending()
    {
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        var broker = (await servers.CreateVirtualHostAsync()).ConnectionString;
        await using var consumer = await ConsumerAsync(database, broker);
        await consumer.SaveAsync(1, 3000);

        await using var relay = await ThingsHost.Create(database, broker, relay: true).StartedAsync();
        await Eventually.IsTrueAsync(async () => await consumer.CountAsync("outbox") < 3000, TimeSpan.FromSeconds(30));
        await relay.StopAsync();

        var pending = (int)await consumer.CountAsync("outbox");
        await Eventually.IsTrueAsync(() => received.Numbers.Length >= 3000 - pending, TimeSpan.FromSeconds(30));
        received.Numbers.Length.ShouldBe(3000 - pending);
    }

    [Fact]
    public async Task An_unreadable_event_waits_and_does_not_hold_up_the_others()
    {
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        var broker = (await servers.CreateVirtualHostAsync()).ConnectionString;
        await using var host = await ConsumerAsync(database, broker, relay: true, before: async host =>
        {
            await using var command = host.Database.CreateCommand("insert into outbox (message_id, type, body) values (gen_random_uuid(), 'No.Such.Event, Wenye.Contracts', '{}')");
            await command.ExecuteNonQueryAsync();
        });
        await host.SaveAsync(1, 10);

        await AllReceivedAsync(host, 10, pending: 1);

        await using var row = host.Database.CreateCommand("select attempts > 0 and not_before > created_at and last_error is not null from outbox");
        (await row.ExecuteScalarAsync()).ShouldBe(true);
    }

    [Fact]
    public async Task An_event_that_no_queue_takes_yet_waits_for_one()
    {
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        var broker = (await servers.CreateVirtualHostAsync()).ConnectionString;
        await using var relay = await ThingsHost.Create(database, broker, relay: true).MigratedAsync();
        await relay.SaveAsync(1, 10);
        using var metrics = new MetricsOf(relay);
        await relay.ConnectedAsync();
        await Eventually.IsTrueAsync(() => metrics.Sum("wenye.outbox.failed") >= 10);
        metrics.Sum("wenye.outbox.published").ShouldBe(0);

        await using var consumer = await ConsumerAsync(database, broker);

        await AllReceivedAsync(relay, 10);
        metrics.Sum("wenye.outbox.published").ShouldBeGreaterThanOrEqualTo(10);
    }

    private static async Task<bool> TrySaveAsync(ThingsHost host, int number)
    {
        try
        {
            await host.SaveAsync(number, 1);
            return true;
        }
        catch (Exception failure) when (TransientFault.Is(failure))
        {
            return false;
        }
    }

    private async Task<ThingsHost> ConsumerAsync(string database, string broker, bool relay = false, Func<ThingsHost, Task>? before = null)
    {
        var host = await ThingsHost.Create(
            database,
            broker,
            relay,
            services => services.AddSingleton(received),
            bus => bus.AddConsumer<RecordingConsumer>().Endpoint(endpoint => endpoint.ConcurrentMessageLimit = 1)).MigratedAsync();
        if (before is not null)
            await before(host);
        return await host.ConnectedAsync();
    }

    private static Task PendingAsync(ThingsHost host, int count) =>
        Eventually.IsTrueAsync(async () => await host.CountAsync("outbox") == count, TimeSpan.FromSeconds(60));

    // Numbers 1..count each came at least once, and nothing before a last event that closes the run is still under way.
    private async Task AllReceivedAsync(ThingsHost relay, int count, int pending = 0)
    {
        await PendingAsync(relay, pending);
        await relay.SaveAsync(1_000_000, 1);
        await Eventually.IsTrueAsync(() => received.Numbers.Contains(1_000_000), TimeSpan.FromSeconds(60));
        received.Numbers.Distinct().Order().SkipLast(1).ShouldBe(Enumerable.Range(1, count));
    }
}
