using System.Collections.Concurrent;
using Grpc.Core;
using Wenye.Persistence;

namespace Wenye.Testing;

/// <summary>A service's real host on a database and a virtual host of its own, and Registration's beside it, which it asks about people.</summary>
/// <typeparam name="TContext">Of the service.</typeparam>
/// <param name="name">Of the service, as "training".</param>
/// <param name="today">The day on which all of them stand.</param>
/// <param name="parameters">What operators set, as YAML; empty: nothing.</param>
public abstract class AskingServiceFixture<TContext>(string name, DateOnly today, string parameters = "") : IAsyncDisposable
    where TContext : ServiceDbContext
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"wenye-{Guid.CreateVersion7():n}.yaml");
    private readonly ConcurrentDictionary<DateOnly, Lazy<ServiceUnderTest<TContext>>> otherDays = new();

    public TestServers Servers { get; } = new();

    public TestIssuer Issuer { get; private set; } = null!;

    public TestVirtualHost Broker { get; private set; } = null!;

    public TestDatabase Database { get; private set; } = null!;

    public ServiceUnderTest<TContext> Service { get; private set; } = null!;

    /// <summary>Registration, which the service asks about people; fill its registers before.</summary>
    public RegistrationBeside Registration { get; private set; } = null!;

    /// <summary>One ring for all hosts of the process: EF Core keeps one model for them.</summary>
    protected abstract IReadOnlyDictionary<string, string> Ring { get; }

    /// <summary>Starts all of it.</summary>
    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(file, parameters);
        Database = await Servers.CreateDatabaseAsync();
        Broker = await Servers.CreateVirtualHostAsync();
        Issuer = await TestIssuer.StartAsync();
        Registration = await RegistrationBeside.StartAsync(Servers, Issuer, Ring, today, Broker);
        Service = Standing(today);
        await Service.Services.MigrateAsync<TContext>(CancellationToken.None);
        await Database.DemandEntriesAsync();
    }

    /// <summary>Calls of a new agency of this division, so that tests share nothing.</summary>
    public CallInvoker Calls(string division, params string[] roles) =>
        Service.Calls(Issuer.Token($"agency-{Guid.CreateVersion7():n}", division, roles));

    /// <summary>The same service on another day: a second replica whose clock stands there.</summary>
    public CallInvoker On(DateOnly day, string division, params string[] roles) => OnAs(day, $"agency-{Guid.CreateVersion7():n}", division, roles);

    /// <summary>The same as an agency of that name.</summary>
    public CallInvoker OnAs(DateOnly day, string agency, string division, params string[] roles) =>
        otherDays.GetOrAdd(day, day => new(() => Standing(day))).Value.Calls(Issuer.Token(agency, division, roles));

    /// <summary>One value from the service's database, as an administrator sees it.</summary>
    public Task<T> ReadAsync<T>(string sql, params object[] values) => Database.ReadAsync<T>(sql, values);

    /// <summary>What a further replica of the service is started with.</summary>
    public virtual Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>(Ring, StringComparer.Ordinal)
        {
            [$"ConnectionStrings:{name}"] = Database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = Broker.ConnectionString,
            ["Auth:Authority"] = Issuer.Authority,
            ["Auth:RequireHttpsMetadata"] = "false",
            ["ServiceClient:Id"] = $"service-{name}",
            ["services:registration:http:0"] = Registration.Address.ToString(),
        };
        if (parameters.Length > 0)
        {
            settings["Policy:OperatorParameters"] = file;
        }

        return settings;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var other in otherDays.Values)
        {
            await other.Value.DisposeAsync();
        }

        await Service.DisposeAsync();
        await Registration.DisposeAsync();
        await Issuer.DisposeAsync();
        await Servers.DisposeAsync();
        File.Delete(file);
        GC.SuppressFinalize(this);
    }

    private ServiceUnderTest<TContext> Standing(DateOnly day) =>
        new ServiceUnderTest<TContext>(Settings(), FixedClock.On(day.Year, day.Month, day.Day)).Start();
}
