using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Statistics.Data;
using Wenye.Statistics.Host.Tests;
using Wenye.Testing;

[assembly: AssemblyFixture(typeof(StatisticsFixture))]

namespace Wenye.Statistics.Host.Tests;

/// <summary>Statistics' real host on a database and a virtual host of its own.</summary>
public sealed class StatisticsFixture : IAsyncLifetime
{
    // What the operator sets, for places that no other test looks at.
    private const string OperatorParameters = """
        - name: statistics.warning_thresholds
          values:
            - region: "378100"
              from: 2020-08-08
              value: [employees_fall 0.05 0.10 0.20, insured_fall 0.05, unemployed_rise 0.2 0.5, seekers_rise 0.3, ends_rise 0.3, benefit_rise 0.3]
              cite: {document: 测试市失业预警办法, item: 一}
            - region: "379100"
              from: 2020-08-08
              value: [unemployed_rise 0.2 0.5]
              cite: {document: 测试市失业预警办法, item: 一}
        - name: statistics.warning_responses
          values:
            - region: "378100"
              from: 2020-08-08
              value: [走访企业, 启动帮扶预案]
              cite: {document: 测试市失业预警办法, item: 二}
            - region: "379100"
              from: 2020-08-08
              value: [走访企业, 启动帮扶预案]
              cite: {document: 测试市失业预警办法, item: 二}
        - name: statistics.inspection_share
          values:
            - region: "378200"
              from: 2020-08-08
              value: 0.5
              cite: {document: 测试市统计核查办法, item: 一}
            - region: "378900"
              from: 2020-08-08
              value: 0.5
              cite: {document: 测试市统计核查办法, item: 一}
        - name: statistics.report_due_days
          values:
            - region: "376700"
              from: 2020-08-08
              value: [hardship 5, funds 31]
              cite: {document: 测试市统计报表制度, item: 一}
        - name: statistics.jump_share
          values:
            - region: "378300"
              from: 2020-08-08
              value: 0.3
              cite: {document: 测试市统计核查办法, item: 二}
        """;

    private readonly string operatorFile = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():n}.yaml");
    private IBusControl bus = null!;

    /// <summary>One ring for all hosts of the process: EF Core keeps one model of each service, and with it the keys of its first host.</summary>
    public static IReadOnlyDictionary<string, string> Ring { get; } = PersonalDataKeys.Fresh();

    /// <summary>Registration, which is asked about people.</summary>
    public RegistrationBeside Registration { get; private set; } = null!;

    /// <summary>What the service took from its queue.</summary>
    public Deliveries Deliveries { get; } = new();

    public TestServers Servers { get; } = new();

    public TestIssuer Issuer { get; private set; } = null!;

    public TestVirtualHost Broker { get; private set; } = null!;

    public TestDatabase Database { get; private set; } = null!;

    public ServiceUnderTest<StatisticsDbContext> Service { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await Servers.CreateDatabaseAsync();
        Broker = await Servers.CreateVirtualHostAsync();
        Issuer = await TestIssuer.StartAsync();
        await File.WriteAllTextAsync(operatorFile, OperatorParameters);
        Registration = await RegistrationBeside.StartAsync(Servers, Issuer, Ring, new DateOnly(2020, 10, 20), Broker);
        Service = new ServiceUnderTest<StatisticsDbContext>(new Dictionary<string, string>(Ring, StringComparer.Ordinal)
        {
            ["ConnectionStrings:statistics"] = Database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = Broker.ConnectionString,
            ["Auth:Authority"] = Issuer.Authority,
            ["Auth:RequireHttpsMetadata"] = "false",
            ["Policy:OperatorParameters"] = operatorFile,
            ["ServiceClient:Id"] = "service-statistics",
            ["services:registration:http:0"] = Registration.Address.ToString(),
        });
        Service.Start();
        await Service.Services.MigrateAsync<StatisticsDbContext>(CancellationToken.None);
        await Database.DemandEntriesAsync();
        Service.Services.GetRequiredService<IBusControl>().ConnectReceiveObserver(Deliveries);
        bus = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(Broker.Uri));
        await bus.StartAsync();
    }

    public StatisticsService.StatisticsServiceClient Client(string division, params string[] roles) =>
        new(Service.Calls(Issuer.Token("statistics-office", division, [.. roles.DefaultIfEmpty("statistician")])));

    /// <summary>Announces as Registration does.</summary>
    public Task PublishAsync(object evt, Guid messageId) =>
        bus.Publish(evt, evt.GetType(), context => context.MessageId = messageId, TestContext.Current.CancellationToken);

    /// <summary>Runs a statement as an administrator and returns its one value.</summary>
    public Task<T> ReadAsync<T>(string sql, params object[] values) => Database.ReadAsync<T>(sql, values);

    public async ValueTask DisposeAsync()
    {
        await bus.StopAsync(CancellationToken.None);
        await Service.DisposeAsync();
        await Registration.DisposeAsync();
        await Issuer.DisposeAsync();
        await Servers.DisposeAsync();
        File.Delete(operatorFile);
    }
}
