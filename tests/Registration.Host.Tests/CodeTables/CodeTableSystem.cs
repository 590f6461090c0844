using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using Testcontainers.Redis;
using Wenye.CodeTables;
using Wenye.CodeTables.Distribution;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests.CodeTables;

/// <summary>A database and a Redis of one test's own, and as many processes on them as it starts; today is 2020-08-10.</summary>
internal sealed class CodeTableSystem : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> running = [];
    private readonly IReadOnlyDictionary<string, string> keys = RegistrationFixture.Keys;
    private readonly RegistrationFixture fixture;
    private readonly TestDatabase database;
    private readonly TimeSpan? poll;

    private CodeTableSystem(RegistrationFixture fixture, TestDatabase database, TimeSpan? poll) =>
        (this.fixture, this.database, this.poll) = (fixture, database, poll);

    /// <summary>Started with <see cref="StartRedisAsync"/>; the test may stop it and start it again.</summary>
    public RedisContainer? Redis { get; private set; }

    public static async Task<CodeTableSystem> CreateAsync(RegistrationFixture fixture, bool redis = true, TimeSpan? poll = null)
    {
        var system = new CodeTableSystem(fixture, await fixture.Servers.CreateDatabaseAsync(), poll);
        if (redis)
        {
            await system.StartRedisAsync();
        }

        await using var migrating = new ServiceUnderTest<RegistrationDbContext>(system.Settings());
        migrating.Start();
        await migrating.Services.MigrateAsync<RegistrationDbContext>(CancellationToken.None);
        await system.database.DemandEntriesAsync();
        return system;
    }

    public async Task StartRedisAsync()
    {
        Redis = new RedisBuilder("redis:7.0").Build();
        await Redis.StartAsync();
    }

    /// <summary>One more process of Registration.</summary>
    public ServiceUnderTest<RegistrationDbContext> StartRegistration()
    {
        var service = new ServiceUnderTest<RegistrationDbContext>(Settings(), FixedClock.On(2020, 8, 10)).Start();
        running.Add(service);
        return service;
    }

    /// <summary>A process of another service, which follows Registration at an address.</summary>
    public async Task<Follower> StartFollowerAsync(Uri? registration)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        foreach (var (key, value) in Settings())
        {
            builder.Configuration[key] = value;
        }

        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration["ServiceClient:Id"] = "service-test";
        builder.Configuration["services:registration:http:0"] = registration?.ToString();
        builder.AddServiceDefaults();
        builder.AddCodeTables();
        var app = builder.Build();
        await app.StartAsync();
        running.Add(app);
        return new Follower(app);
    }

    /// <summary>Calls of the code tables as one who keeps them.</summary>
    public CodeTableService.CodeTableServiceClient Keeper(ServiceUnderTest<RegistrationDbContext> service, params string[] roles) =>
        new(service.Calls(fixture.Issuer.Token("province-test", "370000", roles is [] ? ["codetables"] : roles)));

    /// <summary>An office that takes applications.</summary>
    public RegistrationService.RegistrationServiceClient Office(ServiceUnderTest<RegistrationDbContext> service) =>
        new(service.Calls(fixture.Issuer.Token("office-test", "370102", "intake")));

    /// <summary>Empties Redis, as an operator's FLUSHALL would.</summary>
    public async Task FlushRedisAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"{Redis!.GetConnectionString()},allowAdmin=true");
        await connection.GetServers()[0].FlushAllDatabasesAsync();
    }

    /// <summary>What a new reader of Redis would load; null when Redis holds no tables.</summary>
    public async Task<long?> VersionInRedisAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Redis!.GetConnectionString());
        return (long?)await connection.GetDatabase().HashGetAsync("wenye:codetables", "version");
    }

    /// <summary>How many processes Redis tells of changes.</summary>
    public async Task<long> ListenersAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Redis!.GetConnectionString());
        return await connection.GetServers()[0].SubscriptionSubscriberCountAsync(RedisChannel.Literal("wenye:codetables:changed"));
    }

    public Task<T> ReadAsync<T>(string sql, params object[] values) => database.ReadAsync<T>(sql, values);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in running.AsEnumerable().Reverse())
        {
            await process.DisposeAsync();
        }

        if (Redis is not null)
        {
            await Redis.DisposeAsync();
        }

        await database.DisposeAsync();
    }

    private Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>(keys, StringComparer.Ordinal)
        {
            ["ConnectionStrings:registration"] = database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = fixture.Broker.ConnectionString,
            ["Auth:Authority"] = fixture.Issuer.Authority,
            ["Auth:RequireHttpsMetadata"] = "false",
        };
        if (Redis is not null)
        {
            settings["ConnectionStrings:redis"] = Redis.GetConnectionString();
        }

        if (poll is { } interval)
        {
            settings["CodeTables:PollInterval"] = interval.ToString();
        }

        return settings;
    }
}

/// <summary>A process that follows.</summary>
internal sealed record Follower(WebApplication App)
{
    public CodeStatus Find(string table, string code) =>
        App.Services.GetRequiredService<ICodeTableSource>().Current.Find(table, code, new DateOnly(2026, 11, 22));

    public async Task<HealthStatus> HealthAsync() =>
        (await App.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == "codetables")).Status;
}
