using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wenye.Contracts.Events.Audit.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Persistence.Tests;

/// <summary>What is written leaves an entry, once, whichever way it is written, and every entry gets its place in the chain.</summary>
public sealed class AuditTests(TestServers servers)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_save_leaves_one_entry_that_tells_of_it()
    {
        await using var log = await AuditLog.CreateAsync(servers);

        await log.Host.SaveAsync(1, 3);

        using var entry = JsonDocument.Parse(await log.ReadAsync<string>("SELECT body::text FROM audit_entry"));
        entry.RootElement.GetProperty("rows").GetProperty("things").GetInt32().ShouldBe(3);
        entry.RootElement.GetProperty("service").GetString().ShouldBe("things");
        entry.RootElement.ToString().ShouldNotContain("测试甲");
    }

    [Fact]
    public async Task A_migration_is_entered()
    {
        var database = await servers.CreateDatabaseAsync();
        await using var host = await ThingsHost.Create(database.ConnectionString).MigratedAsync();
        await host.MigratedAsync();

        (await database.ReadAsync<string>("SELECT string_agg(body -> 'calls' -> 0 ->> 'work', ', ') FROM audit_entry")).ShouldBe("migrate 20260101000000_Initial");
    }

    [Fact]
    public async Task What_was_not_committed_leaves_none()
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await log.Host.SaveAsync(1, 1);

        await Should.ThrowAsync<DbUpdateException>(() => log.Host.SaveAsync(1, 1));
        await log.Host.CallAsync(async (_, context) =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
            context.Add(new Thing { Number = 9 });
            await context.SaveChangesAsync(Cancellation);
            await transaction.RollbackAsync(Cancellation);
            return 0;
        });

        (await log.ReadAsync<long>("SELECT count(*) FROM audit_entry")).ShouldBe(1);
    }

    [Fact]
    public async Task A_command_in_a_transaction_leaves_one_and_a_transaction_that_only_read_none()
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await log.Host.SaveAsync(1, 2);

        await log.Host.CallAsync((_, context) => context.InTransactionAsync(() => context.Things.ExecuteUpdateAsync(set => set.SetProperty(one => one.MobilePhone, "13900000000"), Cancellation), Cancellation));
        await log.Host.CallAsync((_, context) => context.InTransactionAsync(() => context.Things.CountAsync(Cancellation), Cancellation));

        (await log.ReadAsync<long>("SELECT count(*) FROM audit_entry")).ShouldBe(2);
    }

    [Fact]
    public async Task A_command_past_the_context_takes_its_entry_along()
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await log.Host.SaveAsync(1, 1);
        AuditedCall.Working("sweeping");

        await using (var batch = log.Host.Database.CreateBatch())
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("DELETE FROM things"));
            batch.BatchCommands.Add(AuditTrail.Of(log.Host.Database).Command());
            await batch.ExecuteNonQueryAsync(Cancellation);
        }

        (await log.ReadAsync<string>("SELECT body -> 'calls' -> 0 ->> 'work' FROM audit_entry ORDER BY id DESC LIMIT 1")).ShouldBe("sweeping");
    }

    [Fact]
    public async Task A_service_that_forgets_its_entry_cannot_commit_in_a_test()
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await using var insert = log.Host.Database.CreateCommand($"INSERT INTO things (id, number, full_name) VALUES ('{Guid.CreateVersion7()}', 1, '\\x00')");

        (await Should.ThrowAsync<PostgresException>(() => insert.ExecuteNonQueryAsync(Cancellation))).Message.ShouldContain("unaudited INSERT of things");
    }

    [Fact]
    public async Task A_change_past_the_services_is_entered_by_the_database()
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await log.WriteAsync(1, 2);

        await log.ExecuteAsync("UPDATE things SET number = number + 10; TRUNCATE handled_request");
        await log.SealAsync();

        (await log.ReadAsync<string>("SELECT string_agg(body ->> 'operation' || ' ' || (body ->> 'table'), ', ' ORDER BY body ->> 'table' DESC) FROM audit_entry WHERE body ->> 'kind' = 'outside'"))
            .ShouldBe("UPDATE things, TRUNCATE handled_request");
        var found = await log.VerifyAsync();
        (found.Faults, found.Outside, found.Entries).ShouldBe((0, 2, 4));
    }

    [Fact]
    public async Task Entries_are_sealed_once_in_order_by_replicas_in_turn()
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await using var replica = log.Replica();
        var other = replica.Services.GetRequiredService<AuditSealing>();
        var writing = Task.Run(async () =>
        {
            for (var number = 1; number <= 60; number++)
            {
                await log.Host.SaveAsync(number, 1);
            }
        });

        while (!writing.IsCompleted)
        {
            await Task.WhenAll(SealOrLoseAsync(() => log.SealAsync()), SealOrLoseAsync(() => other.SealAsync(Cancellation)));
        }

        await writing;
        await log.SealAsync();

        var found = await log.VerifyAsync();
        (found.Faults, found.Entries, found.Waiting).ShouldBe((0, 60, 0), string.Join("; ", found.First));
        found.Head!.Seq.ShouldBe(60);
    }

    [Fact]
    public async Task What_is_committed_late_is_sealed_then_and_holds_nothing_up()
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await log.Host.CallAsync(async (_, context) =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
            context.Add(new Thing { Number = 1 });
            await context.SaveChangesAsync(Cancellation);
            await log.WriteAsync(2, 2);
            (await log.VerifyAsync()).Entries.ShouldBe(2, "they do not wait for it");
            await transaction.CommitAsync(Cancellation);
            return 0;
        });
        await log.WriteAsync(4, 1);

        var found = await log.VerifyAsync();
        (found.Faults, found.Entries, found.Waiting).ShouldBe((0, 4, 0), string.Join("; ", found.First));
    }

    [Fact]
    public async Task A_database_restored_elsewhere_goes_on_and_seals_nothing_twice()
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await log.WriteAsync(1, 3);
        // As in a server that has counted less: the entries are of transactions that are still to come.
        await log.TamperAsync("UPDATE audit_seal SET snapshot = '900000000:900000000:'; UPDATE audit_entry SET xact = '899999999'");

        await log.WriteAsync(4, 4);

        (await log.ReadAsync<long>("SELECT count(*) FROM (SELECT unnest(entries) FROM audit_seal) AS one")).ShouldBe(7);
        (await log.ReadAsync<long>("SELECT count(DISTINCT entry) FROM (SELECT unnest(entries) AS entry FROM audit_seal) AS one")).ShouldBe(7);
    }

    [Fact]
    public async Task The_head_is_told_once_a_while_and_others_heads_are_kept()
    {
        var database = await servers.CreateDatabaseAsync();
        var broker = (await servers.CreateVirtualHostAsync()).ConnectionString;
        await using var host = await (await ThingsHost.Create(database.ConnectionString, broker, services: services => services.AddSingleton(
            new AuditOptions { SealEvery = TimeSpan.FromMilliseconds(50), AnchorEvery = TimeSpan.FromMilliseconds(100) })).MigratedAsync()).ConnectedAsync();
        await host.Services.GetRequiredService<IBus>().Publish(new AuditHeadTold { Service = "others", Number = 7, Seq = 70, Head = new('a', 64) }, Cancellation);
        await host.Services.GetRequiredService<IBus>().Publish(new AuditHeadTold { Service = "things", Number = 9, Seq = 90, Head = new('b', 64) }, Cancellation);
        await host.SaveAsync(1, 1);

        await Eventually.IsTrueAsync(async () => await host.CountAsync("outbox WHERE type LIKE '%AuditHeadTold%'") == 1);
        await Eventually.IsTrueAsync(async () => await host.CountAsync("audit_seal") >= 2);

        var heads = new List<AuditHead>();
        var found = await host.Services.GetRequiredService<AuditVerification>().RunAsync(
            head =>
            {
                heads.Add(head);
                return Task.CompletedTask;
            },
            Cancellation);
        found.Faults.ShouldBe(0, string.Join("; ", found.First));
        heads.ShouldBe([new("others", 7, 70, new('a', 64))]);
    }

    private static async Task SealOrLoseAsync(Func<Task<long>> seal)
    {
        try
        {
            await seal();
        }
        catch (PostgresException race) when (race.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            race.TableName.ShouldBe("audit_seal");
        }
    }
}
