using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Payments;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Host.Tests.Payments;
using Wenye.Testing;

[assembly: AssemblyFixture(typeof(PaymentsFixture))]

namespace Wenye.Stabilization.Host.Tests.Payments;

/// <summary>Three replicas of Stabilization on one database, each on a day of its own: publicity that begins on the first ends on the second.</summary>
public sealed class PaymentsFixture : IAsyncLifetime
{
    private readonly TestServers servers = new();
    private readonly List<ServiceUnderTest<StabilizationDbContext>> replicas = [];
    private TestIssuer issuer = null!;
    private int pools;

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>Friday 2020-07-10.</summary>
    public ServiceUnderTest<StabilizationDbContext> Today => replicas[0];

    /// <summary>Friday 2020-07-17, the fifth working day after.</summary>
    public ServiceUnderTest<StabilizationDbContext> LastDay => replicas[1];

    /// <summary>Monday 2020-07-20.</summary>
    public ServiceUnderTest<StabilizationDbContext> After => replicas[2];

    public async ValueTask InitializeAsync()
    {
        Database = await servers.CreateDatabaseAsync();
        var broker = await servers.CreateVirtualHostAsync();
        issuer = await TestIssuer.StartAsync();
        var settings = new Dictionary<string, string>(StabilizationFixture.Keys, StringComparer.Ordinal)
        {
            ["ConnectionStrings:stabilization"] = Database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = broker.ConnectionString,
            ["Auth:Authority"] = issuer.Authority,
            ["Auth:RequireHttpsMetadata"] = "false",
        };
        foreach (var day in new[] { 10, 17, 20 })
        {
            var replica = new ServiceUnderTest<StabilizationDbContext>(settings, FixedClock.On(2020, 7, day));
            replicas.Add(replica.Start());
            if (replicas.Count == 1)
            {
                await replica.Services.MigrateAsync<StabilizationDbContext>(CancellationToken.None);
                await Database.DemandEntriesAsync();
            }
        }
    }

    /// <summary>A city that no other test pays in.</summary>
    public string Pool()
    {
        var number = Interlocked.Increment(ref pools) - 1;
        return $"{41 + (number / 90)}{(number % 90) + 1:00}00";
    }

    public CallInvoker Calls(ServiceUnderTest<StabilizationDbContext> replica, string agency, string division, params string[] roles) =>
        replica.Calls(issuer.Token(agency, division, roles));

    /// <summary>Adds payables as a feature does: in a transaction of its own decision.</summary>
    public async Task<IReadOnlyList<Guid>> AddAsync(IReadOnlyList<NewPayable> payables, string? decidedBy = null)
    {
        await using var scope = Today.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<StabilizationDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var by = new HandledBy("agency", "370100", scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow(), decidedBy);
        var ids = await scope.ServiceProvider.GetRequiredService<Payables>().AddAsync(payables, by, CancellationToken.None);
        await transaction.CommitAsync();
        return ids;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }

        await issuer.DisposeAsync();
        await servers.DisposeAsync();
    }
}
