using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Wenye.Testing;

namespace Wenye.Persistence.Tests;

public sealed class MigrationsTests(TestServers servers)
{
    [Fact]
    public async Task Replicas_may_migrate_at_once()
    {
        var database = await servers.CreateDatabaseAsync();
        var replicas = Enumerable.Range(0, 4).Select(_ => ThingsHost.Create(database)).ToArray();

        await Task.WhenAll(replicas.Select(replica => replica.MigratedAsync()));

        (await replicas[0].CountAsync("\"__EFMigrationsHistory\"")).ShouldBe(1);
        foreach (var replica in replicas)
            await replica.DisposeAsync();
    }

    [Fact]
    public async Task Migration_waits_for_a_database_that_is_not_up_yet()
    {
        var settings = new NpgsqlConnectionStringBuilder(await servers.CreateDatabaseAsync());
        await using var link = new BrokenLink(settings.Host!, settings.Port);
        settings.Host = "127.0.0.1";
        settings.Port = link.Port;
        link.Cut();
        await using var host = ThingsHost.Create(settings.ConnectionString);

        var migrating = host.MigratedAsync();
        migrating.IsCompleted.ShouldBeFalse();
        link.Restore();
        await migrating;

        (await host.CountAsync("thing")).ShouldBe(0);
    }

    [Fact]
    public async Task Only_the_migrate_argument_migrates()
    {
        using var host = Host.CreateApplicationBuilder().Build();

        (await host.RunMigrationsAsync<ThingsDbContext>([])).ShouldBeFalse();
        (await host.RunMigrationsAsync<ThingsDbContext>(["serve", "migrate"])).ShouldBeFalse();
    }

    [Fact]
    public async Task Names_are_snake_case()
    {
        await using var host = await ThingsHost.Create(await servers.CreateDatabaseAsync()).MigratedAsync();

        await using var command = host.Database.CreateCommand(
            """
            select string_agg(name, ' ') from (
                select table_name || '.' || column_name as name from information_schema.columns where table_name in ('Thing', 'outbox')
                union all select indexname from pg_indexes where tablename in ('Thing', 'inbox')
                order by 1) as names
            """);

        // "Thing" is named by its model, so it stays.
        (await command.ExecuteScalarAsync()).ShouldBe(
            "Thing.full_name Thing.id Thing.mobile_phone Thing.number ix_thing_number outbox.attempts outbox.body outbox.created_at "
            + "outbox.last_error outbox.message_id outbox.not_before outbox.traceparent outbox.tracestate outbox.type pk_inbox pk_thing");
    }
}
