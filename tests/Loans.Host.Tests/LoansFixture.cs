using System.Collections.Concurrent;
using Grpc.Core;
using Wenye.Persistence;
using Wenye.Loans.Data;
using Wenye.Loans.Host.Tests;
using Wenye.Testing;

[assembly: AssemblyFixture(typeof(LoansFixture))]

namespace Wenye.Loans.Host.Tests;

/// <summary>Loans's real host on a database and a virtual host of its own, and Registration's beside it; today is Tuesday 2020-09-01.</summary>
public sealed class LoansFixture : IAsyncLifetime
{
    /// <summary>A Tuesday.</summary>
    public static readonly DateOnly Today = new(2020, 9, 1);

    // What 威海市 (3710) set and no other city.
    private const string Parameters = """
        - name: loans.guarantee_multiple_city
          values: [{region: "371000", from: 2020-01-01, value: 5, cite: {document: 样例市文件, item: 一}}]
        - name: loans.compensation_ceiling_city
          values: [{region: "371000", from: 2020-01-01, value: 0.2, cite: {document: 样例市文件, item: 二}}]
        """;

    private readonly string parameters = Path.Combine(Path.GetTempPath(), $"wenye-{Guid.CreateVersion7():n}.yaml");
    private readonly ConcurrentDictionary<DateOnly, Lazy<ServiceUnderTest<LoansDbContext>>> otherDays = new();

    public TestServers Servers { get; } = new();

    public TestIssuer Issuer { get; private set; } = null!;

    public TestVirtualHost Broker { get; private set; } = null!;

    public TestDatabase Database { get; private set; } = null!;

    public ServiceUnderTest<LoansDbContext> Service { get; private set; } = null!;

    /// <summary>Registration, which Loans asks about people; fill its registers before.</summary>
    public RegistrationBeside Registration { get; private set; } = null!;

    /// <summary>One ring for all hosts of the process: EF Core keeps one model for them.</summary>
    public static IReadOnlyDictionary<string, string> Keys { get; } = PersonalDataKeys.Fresh();

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(parameters, Parameters);
        Database = await Servers.CreateDatabaseAsync();
        Broker = await Servers.CreateVirtualHostAsync();
        Issuer = await TestIssuer.StartAsync();
        Registration = await RegistrationBeside.StartAsync(Servers, Issuer, Keys, Today);
        Service = new ServiceUnderTest<LoansDbContext>(Settings(), FixedClock.On(Today.Year, Today.Month, Today.Day));
        Service.Start();
        await Service.Services.MigrateAsync<LoansDbContext>(CancellationToken.None);
    }

    /// <summary>Calls of a new agency of this division, so that tests share nothing.</summary>
    public CallInvoker Calls(string division, params string[] roles) =>
        Service.Calls(Issuer.Token($"agency-{Guid.CreateVersion7():n}", division, roles));

    /// <summary>The same service on another day: a second replica whose clock stands there.</summary>
    public CallInvoker On(DateOnly day, string division, params string[] roles) => OnAs(day, $"agency-{Guid.CreateVersion7():n}", division, roles);

    /// <summary>The same as an agency of that name.</summary>
    public CallInvoker OnAs(DateOnly day, string agency, string division, params string[] roles) => otherDays.GetOrAdd(day, day => new(() =>
            new ServiceUnderTest<LoansDbContext>(Settings(), FixedClock.On(day.Year, day.Month, day.Day)).Start()))
        .Value.Calls(Issuer.Token(agency, division, roles));

    /// <summary>One value from Loans's database, as an administrator sees it.</summary>
    public Task<T> ReadAsync<T>(string sql, params object[] values) => Database.ReadAsync<T>(sql, values);

    /// <summary>What a further replica of the service is started with.</summary>
    public Dictionary<string, string> Settings() => new(Keys, StringComparer.Ordinal)
    {
        ["ConnectionStrings:loans"] = Database.ConnectionString,
        ["ConnectionStrings:rabbitmq"] = Broker.ConnectionString,
        ["Auth:Authority"] = Issuer.Authority,
        ["Auth:RequireHttpsMetadata"] = "false",
        ["Policy:OperatorParameters"] = parameters,
        ["ServiceClient:Id"] = "service-loans",
        ["services:registration:http:0"] = Registration.Address.ToString(),
    };

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
        File.Delete(parameters);
    }
}
