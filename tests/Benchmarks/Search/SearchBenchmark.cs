using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wenye.Benchmarks.Harness;
using Wenye.CodeTables;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Applications.ListApplications;
using Wenye.Registration.Features.Register.SearchRegistrations;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Benchmarks.Search;

/// <summary>
/// Milliseconds of SearchRegistrations and ListApplications over a full register through the real service, each beside the
/// same rows read by primary key with one bare statement; and the plan of each.
/// </summary>
internal sealed class SearchBenchmark : IAsyncDisposable
{
    private const int DefaultPeople = 20_000;
    private const int Calls = 200;
    private const string Province = "370000";
    private static readonly DateOnly Today = ChinaTime.Today(TimeProvider.System);

    private readonly CapturedStatement _statement = new();
    private readonly string _database;
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;
    private Metadata _token = [];
    private readonly NpgsqlDataSource _bare;
    private UnemploymentRegisterService.UnemploymentRegisterServiceClient _register = null!;
    private RegistrationService.RegistrationServiceClient _applications = null!;

    private SearchBenchmark(string database, Dictionary<string, string> settings)
    {
        _database = database;
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings!).Build())
            .AddSingleton<PersonalDataProtector>()
            .AddDbContext<RegistrationDbContext>(options => options.UseNpgsql(database).AddInterceptors(_statement))
            .BuildServiceProvider();
        _scope = _services.CreateAsyncScope();
        _bare = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { MaxAutoPrepare = 10 });
    }

    /// <summary>The whole benchmark; its report.</summary>
    /// <param name="people">How many to load; null: 20,000.</param>
    public static async Task<string> RunAsync(int? people)
    {
        await using var servers = new TestServers();
        await using var issuer = await TestIssuer.StartAsync();
        var settings = Settings.OfService(issuer);
        var database = (await servers.CreateDatabaseAsync()).ConnectionString;
        settings["ConnectionStrings:registration"] = database;
        settings["ConnectionStrings:rabbitmq"] = (await servers.CreateVirtualHostAsync()).ConnectionString;
        settings["ConnectionStrings:redis"] = await servers.GetRedisAsync();
        await BenchProcess.RunAsync("Registration", ["migrate"], settings);

        await using var benchmark = new SearchBenchmark(database, settings);
        var counties = Counties();
        var register = new SyntheticRegister(counties, Today);
        var context = benchmark._scope.ServiceProvider.GetRequiredService<RegistrationDbContext>();
        var load = new RegisterLoad(context, benchmark._services.GetRequiredService<PersonalDataProtector>(), register, counties);
        await load.FillAsync(database, people ?? DefaultPeople);
        await using var service = await Service.StartOursAsync("Registration", settings);
        // A token now and not before: filling two million takes longer than one lives.
        benchmark._token = new() { { "authorization", $"Bearer {issuer.Token("agency-bench", Province, "caseworker", "province")}" } };
        benchmark._register = new(service.Channel);
        benchmark._applications = new(service.Channel);
        return await benchmark.MeasureAsync(people ?? DefaultPeople, register, load, counties);
    }

    public async ValueTask DisposeAsync()
    {
        await _bare.DisposeAsync();
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }

    private static List<string> Counties() =>
    [
        .. CodeTableSet.Shipped.Entries("AAB301").Where(entry => entry.IsValidOn(Today) && entry.Code.StartsWith("37", StringComparison.Ordinal))
            .Select(entry => entry.Code).Where(code => Division.TryParse(code, out var division) && division.Level == DivisionLevel.District).Order(StringComparer.Ordinal),
    ];

    private async Task<string> MeasureAsync(int people, SyntheticRegister register, RegisterLoad load, List<string> counties)
    {
        var (county, city) = (counties[0], counties[0][..4] + "00");
        var (rows, plans) = (new List<string>(), new List<string>());
        async Task SearchAsync(string name, Func<int, SearchRegistrationsRequest> request)
        {
            var measured = await Latencies.MeasureAsync(
                Calls, async i => await _register.SearchRegistrationsAsync(request(i), _token), await ByKeyAsync(request));
            await AddAsync(name, measured, () => Handler<SearchRegistrationsHandler>().HandleAsync(request(1), Caller, CancellationToken.None));
        }

        async Task ListAsync(string name, Func<int, ListApplicationsRequest> request)
        {
            var measured = await Latencies.MeasureAsync(
                Calls, async i => await _applications.ListApplicationsAsync(request(i), _token), await ByKeyAsync(request));
            await AddAsync(name, measured, () => Handler<ListApplicationsHandler>().HandleAsync(request(1), Caller, CancellationToken.None));
        }

        async Task AddAsync(string name, Latencies measured, Func<Task> ask)
        {
            rows.Add(measured.Row(name));
            await Console.Error.WriteLineAsync(rows[^1]);
            await ask();
            plans.Add($"-- {name}\n{await _statement.ExplainAsync(_database)}\n");
        }

        int Someone(int i) => (int)((uint)i * 2_654_435_761u % (uint)people);
        await SearchAsync("name, province", i => new() { Division = Province, Name = SyntheticRegister.Name((Someone(i) / 500 * 500) + 1) });
        await SearchAsync("the commonest name, province", _ => new() { Division = Province, Name = SyntheticRegister.CommonName });
        await SearchAsync("document, province", i => new() { Division = Province, Identity = new() { IdDocumentType = "01", IdDocumentNumber = SyntheticPeople.Person(Someone(i)).ResidentId } });
        await SearchAsync("office", i => new() { Division = county, OfficeId = load.Office(county, i % SyntheticRegister.OfficesPerCounty).ToString() });
        await SearchAsync("county, page 1", _ => new() { Division = county });
        await SearchAsync("city, live, page 1", _ => new() { Division = city, Status = RegistrationStatus.Live });
        await SearchAsync("province, ended, one month", i => new() { Division = Province, Status = RegistrationStatus.Ended, RegisteredFrom = Today.AddDays(-60 - i).ToContract(), RegisteredTo = Today.AddDays(-30 - i).ToContract() });
        await SearchAsync("province, page 1", _ => new() { Division = Province });
        var deep = await DeepAsync(async token => (await _register.SearchRegistrationsAsync(new() { Division = Province, PageSize = 200, PageToken = token }, _token)).NextPageToken);
        await SearchAsync($"province, page {deep.Page}", _ => new() { Division = Province, PageToken = deep.Token });
        await ListAsync("applications: county, pending, page 1", _ => new() { Division = county, State = ApplicationState.PendingReview });
        await ListAsync("applications: office, pending", i => new() { Division = county, State = ApplicationState.PendingReview, OfficeId = load.Office(county, i % SyntheticRegister.OfficesPerCounty).ToString() });
        await ListAsync("applications: city, every state, page 1", _ => new() { Division = city });
        await ListAsync("applications: province, pending, page 1", _ => new() { Division = Province, State = ApplicationState.PendingReview });
        var late = await DeepAsync(async token => (await _applications.ListApplicationsAsync(new() { Division = Province, State = ApplicationState.Approved, PageSize = 200, PageToken = token }, _token)).NextPageToken);
        await ListAsync($"applications: province, approved, page {late.Page}", _ => new() { Division = Province, State = ApplicationState.Approved, PageToken = late.Token });
        return $"""
            ### search, {people:N0} people

            | | ms (median) | ms (99 of 100) | by key, ms (median) | ours to it |
            |---|---:|---:|---:|---:|
            {string.Join('\n', rows)}

            {string.Join('\n', plans)}
            """;
    }

    // Page 1,000 of 50 rows, reached by pages of 200: the size is no part of a query. In a small register the last but one.
    private static async Task<(string Token, int Page)> DeepAsync(Func<string, Task<string>> next)
    {
        var (token, pages) = ("", 0);
        for (; pages < 249; pages++)
        {
            if (await next(token) is not { Length: > 0 } further)
            {
                break;
            }

            token = further;
        }

        return (token, (pages * 4) + 1);
    }

    // The rows of the same page by primary key, in one statement without token, service or decryption.
    private async Task<Func<int, Task>> ByKeyAsync(Func<int, SearchRegistrationsRequest> request)
    {
        var pages = new List<Guid[]>();
        for (var i = 0; i < Calls; i++)
        {
            pages.Add([.. (await _register.SearchRegistrationsAsync(request(i), _token)).Registrations.Select(row => Guid.Parse(row.RegistrationId))]);
        }

        return i => ReadAsync("SELECT r.*, p.details FROM registration AS r JOIN person AS p ON p.id = r.person_id WHERE r.id = ANY($1)", pages[i % Calls]);
    }

    private async Task<Func<int, Task>> ByKeyAsync(Func<int, ListApplicationsRequest> request)
    {
        var pages = new List<Guid[]>();
        for (var i = 0; i < Calls; i++)
        {
            pages.Add([.. (await _applications.ListApplicationsAsync(request(i), _token)).Applications.Select(row => Guid.Parse(row.ApplicationId))]);
        }

        return i => ReadAsync("SELECT * FROM application WHERE id = ANY($1)", pages[i % Calls]);
    }

    private async Task ReadAsync(string statement, Guid[] keys)
    {
        await using var command = _bare.CreateCommand(statement);
        command.Parameters.Add(new NpgsqlParameter { Value = keys });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            reader.GetGuid(0);
        }
    }

    private static Caller Caller { get; } = new("agency-bench", Province, new HashSet<string>(["caseworker", "province"], StringComparer.Ordinal));

    private T Handler<T>() => ActivatorUtilities.CreateInstance<T>(_scope.ServiceProvider);
}
