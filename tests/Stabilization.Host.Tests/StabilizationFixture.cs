using System.Collections.Concurrent;
using Grpc.Core;
using Wenye.Persistence;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Host.Tests;
using Wenye.Testing;

[assembly: AssemblyFixture(typeof(StabilizationFixture))]

namespace Wenye.Stabilization.Host.Tests;

/// <summary>Stabilization's real host on a database and a virtual host of its own; today is Friday 2020-07-10.</summary>
public sealed class StabilizationFixture : IAsyncLifetime
{
    private readonly ConcurrentDictionary<DateOnly, Lazy<ServiceUnderTest<StabilizationDbContext>>> otherDays = new();

    public TestServers Servers { get; } = new();

    public TestIssuer Issuer { get; private set; } = null!;

    public TestVirtualHost Broker { get; private set; } = null!;

    public TestDatabase Database { get; private set; } = null!;

    public ServiceUnderTest<StabilizationDbContext> Service { get; private set; } = null!;

    /// <summary>One ring for all hosts of the process: EF Core keeps one model for them.</summary>
    public static IReadOnlyDictionary<string, string> Keys { get; } = PersonalDataKeys.Fresh();

    public async ValueTask InitializeAsync()
    {
        Database = await Servers.CreateDatabaseAsync();
        Broker = await Servers.CreateVirtualHostAsync();
        Issuer = await TestIssuer.StartAsync();
        Service = new ServiceUnderTest<StabilizationDbContext>(Settings(), FixedClock.On(2020, 7, 10));
        Service.Start();
        await Service.Services.MigrateAsync<StabilizationDbContext>(CancellationToken.None);
        await Database.DemandEntriesAsync();
    }

    /// <summary>Calls of a new agency of this division, so that tests share nothing.</summary>
    public CallInvoker Calls(string division, params string[] roles) =>
        Service.Calls(Issuer.Token($"agency-{Guid.CreateVersion7():n}", division, roles));

    /// <summary>The same service on another day: a second replica whose clock stands there.</summary>
    public CallInvoker On(DateOnly day, string division, params string[] roles) => otherDays.GetOrAdd(day, day => new(() =>
            new ServiceUnderTest<StabilizationDbContext>(Settings(), FixedClock.On(day.Year, day.Month, day.Day)).Start()))
        .Value.Calls(Issuer.Token($"agency-{Guid.CreateVersion7():n}", division, roles));

    /// <summary>What a further replica of the service is started with.</summary>
    public Dictionary<string, string> Settings() => new(Keys, StringComparer.Ordinal)
    {
        ["ConnectionStrings:stabilization"] = Database.ConnectionString,
        ["ConnectionStrings:rabbitmq"] = Broker.ConnectionString,
        ["Auth:Authority"] = Issuer.Authority,
        ["Auth:RequireHttpsMetadata"] = "false",
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var other in otherDays.Values)
        {
            await other.Value.DisposeAsync();
        }

        await Service.DisposeAsync();
        await Issuer.DisposeAsync();
        await Servers.DisposeAsync();
    }
}
