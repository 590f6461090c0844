using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.MinistrySimulator;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Register;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Host.Tests.Exchange;

/// <summary>Registration and the ministry's platform, with a database of one test: hosts come and go, the data stays.</summary>
/// <remarks>It begins on Monday 2020-08-10 at noon.</remarks>
public sealed class ExchangeSystem : IAsyncDisposable
{
    private readonly RegistrationFixture fixture;
    private readonly TestDatabase database;
    private readonly WebApplication platform;
    private readonly Dictionary<string, string> settings;
    private readonly List<ServiceUnderTest<RegistrationDbContext>> hosts = [];

    private ExchangeSystem(RegistrationFixture fixture, TestDatabase database)
    {
        (this.fixture, this.database) = (fixture, database);
        platform = SimulatorApp.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Ministry:Token=synthetic"], Clock);
        settings = new Dictionary<string, string>(RegistrationFixture.Keys, StringComparer.Ordinal)
        {
            ["ConnectionStrings:registration"] = database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = fixture.Broker.ConnectionString,
            ["Auth:Authority"] = fixture.Issuer.Authority,
            ["Auth:RequireHttpsMetadata"] = "false",
        };
    }

    public SettableClock Clock { get; } = SettableClock.On(2020, 8, 10);

    public SimulatedMinistry Ministry => platform.Services.GetRequiredService<SimulatedMinistry>();

    public Misbehaviour Misbehaviour => platform.Services.GetRequiredService<Misbehaviour>();

    /// <summary>The host started last.</summary>
    public ServiceUnderTest<RegistrationDbContext> Host => hosts[^1];

    public RegistrationService.RegistrationServiceClient Office => new(Host.Calls(Token("370102", "intake", "reviewer")));

    public MinistryExchangeService.MinistryExchangeServiceClient Operator => new(Host.Calls(Token("370100", "exchange")));

    /// <summary>A platform, a database, and a host that exchanges unless said otherwise.</summary>
    public static async Task<ExchangeSystem> StartAsync(RegistrationFixture fixture, bool exchanges = true)
    {
        var system = new ExchangeSystem(fixture, await fixture.Servers.CreateDatabaseAsync());
        await system.platform.StartAsync();
        system.StartHost(exchanges: false);
        await system.Host.Services.MigrateAsync<RegistrationDbContext>(CancellationToken.None);
        await system.database.DemandEntriesAsync();
        if (exchanges)
        {
            await system.RestartAsync();
        }

        return system;
    }

    /// <summary>One more host, as a replica.</summary>
    public void StartHost(bool exchanges = true)
    {
        var own = new Dictionary<string, string>(settings, StringComparer.Ordinal);
        if (exchanges)
        {
            own["Ministry:Address"] = platform.Urls.First();
            own["Ministry:Token"] = "synthetic";
            own["Ministry:Divisions:0"] = "370100";
            own["Ministry:Poll"] = "00:00:00.05";

            // Long enough for a machine that builds beside: a timeout is tried again only when the test moves its clock.
            own["Ministry:Timeout"] = "00:00:05";
        }

        hosts.Add(new ServiceUnderTest<RegistrationDbContext>(own, Clock).Start());
    }

    /// <summary>Ends every host.</summary>
    public async Task StopAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        hosts.Clear();
    }

    /// <summary>Ends every host and starts another on the same data.</summary>
    public async Task RestartAsync(bool exchanges = true)
    {
        await StopAsync();
        StartHost(exchanges);
    }

    public string Token(string division, params string[] roles) => fixture.Issuer.Token($"agency-{division}", division, roles);

    public Task<T> ReadAsync<T>(string sql, params object[] values) => database.ReadAsync<T>(sql, values);

    /// <summary>Whether the clock's next steps bring the condition about: each step is long enough for any pause between attempts.</summary>
    public Task InTimeAsync(Func<Task<bool>> condition) => Eventually.IsTrueAsync(async () =>
    {
        if (await condition())
        {
            return true;
        }

        Clock.Advance(TimeSpan.FromSeconds(20));
        return false;
    });

    /// <summary>A person applies on the platform.</summary>
    public string Apply(Action<Dictionary<string, string>>? change = null, bool isChecked = true)
    {
        var form = NewForm(change);
        var (number, faults) = Ministry.Apply(form, isChecked);
        faults.ShouldBeEmpty();
        return number;
    }

    private static Dictionary<string, string> NewForm(Action<Dictionary<string, string>>? change = null)
    {
        var form = Forms.FormFields.Read(Applications.Form());
        form.Remove("ADC201");
        change?.Invoke(form);
        return form;
    }

    /// <summary>The application that has this number here.</summary>
    public async Task<string> ApplicationOfAsync(string number)
    {
        await Eventually.IsTrueAsync(async () => await ReadAsync<long>("select count(*) from application where number = $1", number) == 1);
        return (await ReadAsync<Guid>("select id from application where number = $1", number)).ToString();
    }

    /// <summary>An office approves it.</summary>
    public async Task<string> ApproveAsync(string applicationId, string? reviewer = "测审核员")
    {
        var request = Applications.Approve(applicationId);
        request.Handling = new Handling { Operator = reviewer ?? "" };
        var approved = await Office.ReviewApplicationAsync(request);
        approved.Applied.ShouldBeTrue();
        return approved.Application.RegistrationId;
    }

    /// <summary>Applies, is downloaded and is approved.</summary>
    public async Task<string> ApplyAndApproveAsync()
    {
        var number = Apply();
        Clock.Advance(TimeSpan.FromHours(1));
        await ApproveAsync(await ApplicationOfAsync(number));
        return number;
    }

    /// <summary>An office ends a registration.</summary>
    public async Task CancelAsync(string registrationId, string reason = "90", string? handledBy = "测经办员", string? socialSecurityNumber = null)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RegistrationDbContext>();
        var closing = scope.ServiceProvider.GetRequiredService<RegistrationClosing>();
        var registration = (await context.Registrations.FindAsync(Guid.Parse(registrationId)))!;
        await context.Entry(registration).Collection(r => r.Steps).LoadAsync();
        var decision = closing.Close(
            registration, reason, ChinaTime.Today(Clock), null, new HandledBy("agency", "370102", Clock.GetUtcNow(), handledBy), socialSecurityNumber);
        decision.Outcome.ShouldBe(Outcome.Granted);
        await context.SaveChangesAsync();
    }

    public async Task<ExchangeStatus> StatusAsync(ExchangeKind kind) =>
        (await Operator.GetExchangeStatusAsync(new GetExchangeStatusRequest())).Statuses.Single(status => status.Kind == kind);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await platform.DisposeAsync();
        await database.DisposeAsync();
    }
}
