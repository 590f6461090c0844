using System.Collections.Concurrent;
using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Subsidies;

/// <summary>A host on a database of its own, on Monday 2020-10-12: the third quarter is over. Tests have cities and banks of their own.</summary>
public sealed class SubsidyFixture(LoansFixture shared) : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2020, 10, 12);

    public static readonly Quarter Third = new() { Year = 2020, Number = 3 };

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<DateOnly, Lazy<ServiceUnderTest<LoansDbContext>>> hosts = new();

    public TestDatabase Database { get; private set; } = null!;

    public LoansFixture Shared => shared;

    public ServiceUnderTest<LoansDbContext> Service => On(Today);

    public async ValueTask InitializeAsync()
    {
        Database = await shared.Servers.CreateDatabaseAsync();
        await Service.Services.MigrateAsync<LoansDbContext>(CancellationToken.None);
        await Database.DemandEntriesAsync();
    }

    /// <summary>A replica of another day.</summary>
    public ServiceUnderTest<LoansDbContext> On(DateOnly day) => hosts.GetOrAdd(day, one => new(() => NewReplica(one))).Value;

    /// <summary>A further replica, which the caller ends.</summary>
    public ServiceUnderTest<LoansDbContext> NewReplica(DateOnly day, params (string Key, string Value)[] settings)
    {
        var its = shared.Settings();
        its["ConnectionStrings:loans"] = Database.ConnectionString;

        // Another database is another system: it does not take the events of the shared one.
        its["Messaging:QueuePrefix"] = new Npgsql.NpgsqlConnectionStringBuilder(Database.ConnectionString).Database!;
        foreach (var (key, value) in settings)
        {
            its[key] = value;
        }

        return new ServiceUnderTest<LoansDbContext>(its, FixedClock.On(day.Year, day.Month, day.Day)).Start();
    }

    /// <summary>Subsidies as a new agency of this division.</summary>
    public InterestSubsidyService.InterestSubsidyServiceClient Office(string division, params string[] roles) => Office(Today, division, roles);

    public InterestSubsidyService.InterestSubsidyServiceClient Office(DateOnly day, string division, params string[] roles) =>
        new(On(day).Calls(shared.Issuer.Token($"agency-{Guid.CreateVersion7():n}", division, roles is [] ? [Roles.Loans] : roles)));

    /// <summary>Subsidies as this agency.</summary>
    public InterestSubsidyService.InterestSubsidyServiceClient As(string agency, string division, string role, DateOnly? day = null) =>
        new(On(day ?? Today).Calls(shared.Issuer.Token(agency, division, [role])));

    public static Handling By() => new() { Operator = "虚构经办" };

    public static string NewId() => Guid.CreateVersion7().ToString();

    /// <summary>A quarter of a place, run to its end: its claims.</summary>
    public async Task<IReadOnlyList<SubsidyClaim>> RunAsync(string place, Quarter? quarter = null, DateOnly? day = null)
    {
        var office = Office(day ?? Today, place);
        var started = await office.StartSubsidyRunAsync(new() { RequestId = NewId(), Division = place, Quarter = quarter ?? Third, Handling = By() });
        return await EndedAsync(office, started.Run.RunId);
    }

    /// <summary>Waits until the run's claims can be read, however often the service is away meanwhile.</summary>
    public static async Task<IReadOnlyList<SubsidyClaim>> EndedAsync(InterestSubsidyService.InterestSubsidyServiceClient client, string runId)
    {
        SubsidyRun? run = null;
        await Eventually.IsTrueAsync(
            async () =>
            {
                try
                {
                    run = (await client.GetSubsidyRunAsync(new() { RunId = runId })).Run;
                    return run.State == SubsidyRunState.Finished;
                }
                catch (RpcException away) when (away.StatusCode is StatusCode.Unavailable or StatusCode.Internal)
                {
                    return false;
                }
            },
            Patience);
        return [.. await Task.WhenAll(run!.ClaimIds.Select(async id => (await client.GetSubsidyClaimAsync(new() { ClaimId = id })).Claim))];
    }

    /// <summary>Reviews a claim as a reviewer of its pool.</summary>
    public async Task<SubsidyClaim> ConfirmAsync(SubsidyClaim claim, DateOnly? day = null) => (await Office(day ?? Today, claim.Pool, Roles.LoansReviewer)
        .ReviewSubsidyClaimAsync(new() { RequestId = NewId(), ClaimId = claim.ClaimId, Hash = claim.Hash, Handling = By() })).Claim;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts.Values)
        {
            await host.Value.DisposeAsync();
        }

        await Database.DisposeAsync();
    }
}
