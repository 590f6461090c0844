using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain;
using Wenye.Registration.Host.Tests.Hardship;
using Wenye.Testing;

[assembly: AssemblyFixture(typeof(HardshipFixture))]

namespace Wenye.Registration.Host.Tests.Hardship;

/// <summary>Registration's host on one database as of several days, with parameters that 济南市 (3701) set and no other city.</summary>
public sealed class HardshipFixture : IAsyncLifetime
{
    /// <summary>A Monday: publicity of 5 working days that begins then ends on Monday the 17th.</summary>
    public static readonly DateOnly Monday = new(2020, 8, 10);

    private const string Parameters = """
        - name: registration.hardship_publicity_working_days
          values: [{region: "370100", from: 2020-01-01, value: 5, cite: {document: 样例市文件, item: 一}}]
        - name: registration.hardship_valid_months
          values: [{region: "370100", from: 2020-01-01, value: 12, cite: {document: 样例市文件, item: 二}}]
        - name: registration.hardship_city_categories
          values: [{region: "370100", from: 2020-01-01, value: [技能水平低人员], cite: {document: 样例市文件, item: 三}}]
        - name: registration.other_deregistration_grounds
          values: [{region: "370100", from: 2020-08-10, value: true, cite: {document: 样例市文件, item: 五}}]
        - name: training.of_another_service
          values: [{region: "370100", from: 2020-01-01, value: 1, cite: {document: 样例市文件, item: 四}}]
        """;

    private readonly TestServers servers = new();
    private readonly Dictionary<DateOnly, ServiceUnderTest<RegistrationDbContext>> hosts = [];
    private readonly Lock starting = new();
    private readonly string file = Path.Combine(Path.GetTempPath(), $"wenye-{Guid.CreateVersion7():n}.yaml");
    private TestDatabase database = null!;
    private TestIssuer issuer = null!;
    private Dictionary<string, string> settings = null!;

    /// <summary>The fixture's database.</summary>
    public string ConnectionString => database.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        database = await servers.CreateDatabaseAsync();
        issuer = await TestIssuer.StartAsync();
        await File.WriteAllTextAsync(file, Parameters);
        settings = new(RegistrationFixture.Keys, StringComparer.Ordinal)
        {
            ["ConnectionStrings:registration"] = database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = (await servers.CreateVirtualHostAsync()).ConnectionString,
            ["Auth:Authority"] = issuer.Authority,
            ["Auth:RequireHttpsMetadata"] = "false",
            ["Policy:OperatorParameters"] = file,
        };
        await On(Monday).Services.MigrateAsync<RegistrationDbContext>(CancellationToken.None);
        await database.DemandEntriesAsync();
    }

    /// <summary>An agency of these roles as of a day.</summary>
    public HardshipAgency Agency(DateOnly day, string division, params string[] roles)
    {
        var calls = On(day).Calls(issuer.Token($"agency-{Guid.CreateVersion7():n}", division, roles));
        return new HardshipAgency(new(calls), new(calls), new(calls));
    }

    /// <summary>Another service of the platform that looks people up on a day.</summary>
    public PersonStatusService.PersonStatusServiceClient Statuses(DateOnly day) => new(On(day).Calls(issuer.Token("platform", "370000", "service")));

    /// <summary>Whether the person is recognised on a day, as other features ask.</summary>
    public async Task<bool> IsRecognisedAsync(string personId, DateOnly day)
    {
        await using var scope = On(Monday).Services.CreateAsyncScope();
        return await new HardshipStanding(scope.ServiceProvider.GetRequiredService<RegistrationDbContext>())
            .IsRecognisedAsync(Guid.Parse(personId), day, CancellationToken.None);
    }

    /// <summary>Decides a stored decision again, by the parameters that this host decides with.</summary>
    public ReplayResult Replayed(string decision)
    {
        var parameters = On(Monday).Services.GetRequiredService<ParameterSet>();
        return Replay.Run(Encoding.UTF8.GetBytes(decision), RegistrationPrograms.All, parameters, out _);
    }

    /// <summary>The database as the service sees it, personal data in clear.</summary>
    public async Task<T> QueryAsync<T>(Func<RegistrationDbContext, Task<T>> query)
    {
        await using var scope = On(Monday).Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<RegistrationDbContext>());
    }

    /// <summary>One value from the database, as an administrator sees it.</summary>
    public Task<T> ReadAsync<T>(string sql, params object[] values) => database.ReadAsync<T>(sql, values);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts.Values)
        {
            await host.DisposeAsync();
        }

        await issuer.DisposeAsync();
        await servers.DisposeAsync();
        File.Delete(file);
    }

    private ServiceUnderTest<RegistrationDbContext> On(DateOnly day)
    {
        lock (starting)
        {
            if (!hosts.TryGetValue(day, out var host))
            {
                hosts[day] = host = new ServiceUnderTest<RegistrationDbContext>(settings, FixedClock.On(day.Year, day.Month, day.Day)).Start();
            }

            return host;
        }
    }
}

/// <summary>An agency that calls.</summary>
public sealed record HardshipAgency(
    HardshipService.HardshipServiceClient Hardship,
    RegistrationService.RegistrationServiceClient Registration,
    UnemploymentRegisterService.UnemploymentRegisterServiceClient Register);
