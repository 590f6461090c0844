using System.Collections.Concurrent;
using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.Registration.Host.Tests;
using Wenye.Testing;

[assembly: AssemblyFixture(typeof(RegistrationFixture))]

namespace Wenye.Registration.Host.Tests;

/// <summary>Registration's real host on a database and a virtual host of its own; today is Monday 2020-08-10.</summary>
public sealed class RegistrationFixture : IAsyncLifetime
{
    private readonly TestServers servers = new();
    private readonly ConcurrentDictionary<DateOnly, Lazy<ServiceUnderTest<RegistrationDbContext>>> otherDays = new();
    private TestDatabase database = null!;
    private Dictionary<string, string> settings = null!;

    public TestIssuer Issuer { get; private set; } = null!;

    public string ConnectionString => database.ConnectionString;

    public TestVirtualHost Broker { get; private set; } = null!;

    public ServiceUnderTest<RegistrationDbContext> Service { get; private set; } = null!;

    public TestServers Servers => servers;

    /// <summary>One ring for all hosts of the process, of every fixture: EF Core keeps one model for them, with the ring that the first one had.</summary>
    public static IReadOnlyDictionary<string, string> Keys { get; } = PersonalDataKeys.Fresh();

    public async ValueTask InitializeAsync()
    {
        database = await servers.CreateDatabaseAsync();
        Broker = await servers.CreateVirtualHostAsync();
        Issuer = await TestIssuer.StartAsync();
        settings = Settings();
        Service = new ServiceUnderTest<RegistrationDbContext>(settings, FixedClock.On(2020, 8, 10));
        Service.Start();
        await Service.Services.MigrateAsync<RegistrationDbContext>(CancellationToken.None);
        await database.DemandEntriesAsync();
    }

    /// <summary>A client with a token of a new agency of this division, so that tests share nothing.</summary>
    public TestAgency Agency(string division, params string[] roles)
    {
        var agency = $"agency-{Guid.CreateVersion7():n}";
        return new TestAgency(agency, Client(Issuer.Token(agency, division, roles)));
    }

    /// <summary>The same for an agency that imports files.</summary>
    public TestImporter Importer(string division, string role = "importer")
    {
        var agency = $"agency-{Guid.CreateVersion7():n}";
        return new TestImporter(agency, new(Service.Calls(Issuer.Token(agency, division, role))));
    }

    public RegistrationService.RegistrationServiceClient Client(string? token) => new(Service.Calls(token));

    /// <summary>Calls of a new agency to the same service on another day: a second replica whose clock stands there.</summary>
    public CallInvoker On(DateOnly day, string division, params string[] roles) => otherDays.GetOrAdd(day, day => new(() =>
            new ServiceUnderTest<RegistrationDbContext>(settings, FixedClock.On(day.Year, day.Month, day.Day)).Start()))
        .Value.Calls(Issuer.Token($"agency-{Guid.CreateVersion7():n}", division, roles));

    /// <summary>One value from the database, as an administrator sees it.</summary>
    public Task<T> ReadAsync<T>(string sql, params object[] values) => database.ReadAsync<T>(sql, values);

    public async ValueTask DisposeAsync()
    {
        foreach (var other in otherDays.Values)
        {
            await other.Value.DisposeAsync();
        }

        await Service.DisposeAsync();
        await Issuer.DisposeAsync();
        await servers.DisposeAsync();
    }

    private Dictionary<string, string> Settings() => new(Keys, StringComparer.Ordinal)
    {
        ["ConnectionStrings:registration"] = database.ConnectionString,
        ["ConnectionStrings:rabbitmq"] = Broker.ConnectionString,
        ["Auth:Authority"] = Issuer.Authority,
        ["Auth:RequireHttpsMetadata"] = "false",
    };
}

/// <summary>An agency that calls.</summary>
public sealed record TestAgency(string Id, RegistrationService.RegistrationServiceClient Client);
