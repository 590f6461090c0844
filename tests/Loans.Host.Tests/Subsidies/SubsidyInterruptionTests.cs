using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Subsidies;

/// <summary>Quarters that are interrupted end with the books of one that was not. The whole crash, with SIGKILL, is <c>./platform chaos subsidy</c>.</summary>
public sealed class SubsidyInterruptionTests(LoansFixture shared) : IAsyncLifetime
{
    private const int Loans = 4_000;
    private const int Banks = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private TestDatabase database = null!;
    private BorrowerRegisters registers = null!;
    private ServiceUnderTest<LoansDbContext> first = null!;

    public async ValueTask InitializeAsync()
    {
        database = await shared.Servers.CreateDatabaseAsync();
        registers = await BorrowerRegisters.StartAsync();
        first = NewReplica();
        await first.Services.MigrateAsync<LoansDbContext>(CancellationToken.None);
        await SubsidisedLoans.SeedAsync(database.ConnectionString, Loans, Banks, LoansFixture.Keys);
    }

    [Fact]
    public async Task A_quarter_of_two_replicas_one_of_which_leaves_while_connections_break_ends_with_the_same_books()
    {
        var office = Office(first);
        var undisturbed = await SubsidyFixture.EndedAsync(office, await StartAsync(office));
        undisturbed.Count.ShouldBe(Banks);
        await RejectAsync(undisturbed);

        var second = NewReplica();
        var run = await StartAsync(Office(second));
        await Eventually.IsTrueAsync(async () => await DecidedAsync(run) >= 5, Patience);
        await database.ReadAsync<long>(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and application_name = 'loans' and pid <> pg_backend_pid()
            """);
        await Eventually.IsTrueAsync(async () => await DecidedAsync(run) >= 15, Patience);
        await second.DisposeAsync();
        var interrupted = await SubsidyFixture.EndedAsync(office, run);

        Books(interrupted).ShouldBe(Books(undisturbed));
        interrupted.Sum(claim => claim.Lines).ShouldBe(Loans);
        interrupted.ShouldAllBe(claim => claim.Granted > 0 && claim.Hash.Length == 64);
        (interrupted.Sum(claim => claim.Incomplete), interrupted.Sum(claim => claim.Refused)).ShouldSatisfyAllConditions(
            sums => sums.Item1.ShouldBeGreaterThan(Loans / 11), sums => sums.Item2.ShouldBe(0));
        (await database.ReadAsync<long>("select count(*) from subsidy_line as line join subsidy_claim as claim on claim.id = line.claim_id where claim.run_id = $1", Guid.Parse(run)))
            .ShouldBe(Loans);
    }

    public async ValueTask DisposeAsync()
    {
        await first.DisposeAsync();
        await registers.DisposeAsync();
        await database.DisposeAsync();
    }

    private ServiceUnderTest<LoansDbContext> NewReplica()
    {
        var settings = shared.Settings();
        settings["ConnectionStrings:loans"] = database.ConnectionString;
        settings["Messaging:QueuePrefix"] = new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;
        settings["services:registration:http:0"] = registers.Address.ToString();
        settings["Subsidies:LoansAShard"] = "100";
        return new ServiceUnderTest<LoansDbContext>(settings, FixedClock.On(2020, 10, 12)).Start();
    }

    private InterestSubsidyService.InterestSubsidyServiceClient Office(ServiceUnderTest<LoansDbContext> replica, string role = Roles.Loans) =>
        new(replica.Calls(shared.Issuer.Token($"agency-{Guid.CreateVersion7():n}", SubsidisedLoans.City, [role])));

    private static async Task<string> StartAsync(InterestSubsidyService.InterestSubsidyServiceClient office) => (await office.StartSubsidyRunAsync(
        new() { RequestId = SubsidyFixture.NewId(), Division = SubsidisedLoans.City, Quarter = SubsidyFixture.Third, Handling = SubsidyFixture.By() })).Run.RunId;

    private async Task RejectAsync(IEnumerable<SubsidyClaim> claims)
    {
        var reviewer = Office(first, Roles.LoansReviewer);
        foreach (var claim in claims)
        {
            await reviewer.ReviewSubsidyClaimAsync(
                new() { RequestId = SubsidyFixture.NewId(), ClaimId = claim.ClaimId, RejectedBecause = "虚构理由", Handling = SubsidyFixture.By() });
        }
    }

    private Task<long> DecidedAsync(string run) =>
        database.ReadAsync<long>("select count(*) from subsidy_shard where run_id = $1 and decided_at is not null", Guid.Parse(run));

    private static IEnumerable<(string, string, long, long)> Books(IEnumerable<SubsidyClaim> claims) =>
        claims.Select(claim => (claim.BankId, claim.Hash, claim.Lines, claim.AmountFen)).Order();
}
