using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Host.Tests.Months;

/// <summary>Months that are interrupted end with the books of one that was not. The whole crash, with SIGKILL, is <c>./platform chaos months</c>.</summary>
public sealed class MonthInterruptionTests(WelfarePostsFixture shared) : IAsyncLifetime
{
    private const int Posts = 3_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private TestDatabase database = null!;
    private BorrowerRegisters registers = null!;
    private ServiceUnderTest<WelfarePostsDbContext> first = null!;

    public async ValueTask InitializeAsync()
    {
        database = await shared.Servers.CreateDatabaseAsync();
        registers = await BorrowerRegisters.StartAsync();
        first = NewReplica();
        await first.Services.MigrateAsync<WelfarePostsDbContext>(CancellationToken.None);
        await PlacedPosts.SeedAsync(database.ConnectionString, Posts, WelfarePostsFixture.Keys);
    }

    [Fact]
    public async Task A_month_of_two_replicas_one_of_which_leaves_while_connections_break_ends_with_the_same_books()
    {
        var office = Client(first);
        var undisturbed = await MonthScene.EndedAsync(office, await StartAsync(office));
        await ReviewAsync(undisturbed, "发生中断的对照");

        var second = NewReplica();
        var run = await StartAsync(Client(second));
        await Eventually.IsTrueAsync(async () => await DecidedAsync(run) >= 5, Patience);
        await database.ReadAsync<long>(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and application_name = 'welfare-posts' and pid <> pg_backend_pid()
            """);
        await Eventually.IsTrueAsync(async () => await DecidedAsync(run) >= 12, Patience);
        await second.DisposeAsync();
        var interrupted = await MonthScene.EndedAsync(office, run);

        (interrupted.Hash, interrupted.PayableFen, interrupted.Totals).ShouldBe((undisturbed.Hash, undisturbed.PayableFen, undisturbed.Totals));
        (interrupted.Hash.Length, interrupted.Placements, interrupted.Totals.Sum(total => total.Lines)).ShouldBe((64, Posts, Posts));
        interrupted.Totals.Select(total => total.Outcome).Distinct().Count().ShouldBe(3);
        await ReviewAsync(interrupted, because: "");
        (await database.ReadAsync<long>("select sum(amount_fen)::bigint from payable")).ShouldBe(interrupted.PayableFen);
        (await database.ReadAsync<long>("select count(*) from post_month_payment where payable_id is null")).ShouldBe(0);
        var again = await MonthScene.EndedAsync(office, await StartAsync(office));
        (again.PayableFen, again.ToRecoverFen).ShouldBe((0, 0));
    }

    public async ValueTask DisposeAsync()
    {
        await first.DisposeAsync();
        await registers.DisposeAsync();
        await database.DisposeAsync();
    }

    private ServiceUnderTest<WelfarePostsDbContext> NewReplica()
    {
        var settings = shared.Settings();
        settings["ConnectionStrings:welfare-posts"] = database.ConnectionString;
        settings["services:registration:http:0"] = registers.Address.ToString();
        settings["PostMonths:PlacementsAShard"] = "100";
        return new ServiceUnderTest<WelfarePostsDbContext>(settings, FixedClock.On(2020, 10, 12)).Start();
    }

    private PostMonthService.PostMonthServiceClient Client(ServiceUnderTest<WelfarePostsDbContext> replica, string role = Roles.WelfarePosts) =>
        new(replica.Calls(shared.Issuer.Token($"agency-{Guid.CreateVersion7():n}", PlacedPosts.City, [role])));

    private static async Task<string> StartAsync(PostMonthService.PostMonthServiceClient office) => (await office.StartMonthRunAsync(
        new() { RequestId = MonthScene.NewId(), Division = PlacedPosts.City, Month = "2020-09", Handling = MonthScene.By() })).Run.RunId;

    private async Task ReviewAsync(MonthRun run, string because) => await Client(first, Roles.WelfarePostsReviewer).ReviewMonthRunAsync(new()
    {
        RequestId = MonthScene.NewId(), RunId = run.RunId, RejectedBecause = because, Hash = because.Length > 0 ? "" : run.Hash,
        UrbanFund = because.Length > 0 ? Contracts.Payments.V1.Fund.Unspecified : Contracts.Payments.V1.Fund.EmploymentSubsidy, Handling = MonthScene.By("虚构复核"),
    });

    private Task<long> DecidedAsync(string run) =>
        database.ReadAsync<long>("select count(*) from post_month_shard where run_id = $1 and decided_at is not null", Guid.Parse(run));
}
