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
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        var replicas = Enumerable.Range(0, 4).Select(_ => ThingsHost.Create(database)).ToArray();

        await Task.WhenAll(replicas.Select(replica => replica.MigratedAsync()));

        (await replicas[0].CountAsync("\"__EFMigrationsHistory\"")).ShouldBe(1);
        foreach (var replica in replicas)
            await replica.DisposeAsync();
    }

    [Fact]
    public async Task Migration_waits_for_a_database_that_is_not_up_yet()
    {
        var settings = new NpgsqlConnectionStringBuilder((await servers.CreateDatabaseAsync()).ConnectionString);
        await using var link = new BrokenLink(settings.Host!, settings.Port);
        settings.Host = "127.0.0.1";
        settings.Port = link.Port;
        link.Cut();
        await using var host = ThingsHost.Create(settings.ConnectionString);

        var migrating = host.MigratedAsync();
        migrating.IsCompleted.ShouldBeFalse();
        link.Restore();
        await migrating;

        (await host.CountAsync("things")).ShouldBe(0);
    }

    [Fact]
    public async Task Only_the_migrate_argument_migrates()
    {
        using var host = Host.CreateApplicationBuilder().Build();

        (await host.RunMigrationsAsync<ThingsDbContext>([])).ShouldBeFalse();
        (await host.RunMigrationsAsync<ThingsDbContext>(["serve", "migrate"])).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_encrypted_is_not_compressed_a_second_time()
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();

        (await host.CountAsync("pg_attribute where attrelid = 'things'::regclass and atttypid = 'bytea'::regtype and attstorage = 'e'")).ShouldBe(2);
    }

    [Fact]
    public async Task Names_are_snake_case()
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();

        await using var command = host.Database.CreateCommand(
            """
            select string_agg(name, ' ' order by name collate "C") from (
                select table_name || '.' || column_name as name from information_schema.columns where table_name in ('things', 'outbox')
                union all select indexname from pg_indexes where tablename in ('things', 'inbox')) as names
            """);

        // "TheNumber" is named by its model, so it stays.
        (await command.ExecuteScalarAsync()).ShouldBe(
            "TheNumber outbox.attempts outbox.body outbox.created_at outbox.last_error outbox.message_id outbox.not_before outbox.traceparent "
            + "outbox.tracestate outbox.type pk_inbox pk_things things.full_name things.id things.mobile_phone things.number");
    }
}
