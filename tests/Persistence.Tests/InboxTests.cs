using Microsoft.EntityFrameworkCore;
using Wenye.Testing;

namespace Wenye.Persistence.Tests;

public sealed class InboxTests(TestServers servers)
{
    private readonly Guid[] ids = [.. Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7())];

    [Fact]
    public async Task A_message_is_claimed_once_per_consumer()
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();

        (await ClaimAsync(host, "counts", [.. ids[..6], ids[0]])).ShouldBe(ids[..6], ignoreOrder: true);
        (await ClaimAsync(host, "counts", ids)).ShouldBe(ids[6..], ignoreOrder: true);
        (await ClaimAsync(host, "other", ids)).ShouldBe(ids, ignoreOrder: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_concurrent_claim_waits_for_the_first_and_takes_what_it_leaves(bool firstCommits)
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();

        var second = await host.CallAsync(async (_, context) =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await Inbox.ClaimAsync(context, "counts", ids[..6], CancellationToken.None);
            var waiting = ClaimAsync(host, "counts", [.. ids.Reverse()]);
            await Eventually.IsTrueAsync(async () => await host.CountAsync("pg_locks where not granted and locktype = 'transactionid'") > 0, TimeSpan.FromSeconds(30));
            await (firstCommits ? transaction.CommitAsync() : transaction.RollbackAsync());
            return await waiting;
        });

        second.ShouldBe(firstCommits ? ids[6..] : ids, ignoreOrder: true);
    }

    [Fact]
    public async Task Overlapping_batches_do_not_deadlock()
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();
        var many = Enumerable.Range(0, 2000).Select(_ => Guid.CreateVersion7()).ToArray();

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(seed =>
        {
            var shuffled = many.ToArray();
            new Random(seed).Shuffle(shuffled);
            return ClaimAsync(host, "counts", shuffled);
        }));

        claims.SelectMany(claim => claim).ShouldBe(many, ignoreOrder: true);
    }

    [Fact]
    public async Task A_claim_without_a_transaction_is_refused()
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();

        await Should.ThrowAsync<InvalidOperationException>(() =>
            host.CallAsync((_, context) => Inbox.ClaimAsync(context, "counts", ids, CancellationToken.None)));
    }

    private static Task<IReadOnlySet<Guid>> ClaimAsync(ThingsHost host, string consumer, Guid[] ids) => host.CallAsync(async (_, context) =>
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        var claimed = await Inbox.ClaimAsync(context, consumer, ids, CancellationToken.None);
        await transaction.CommitAsync();
        return claimed;
    });
}
