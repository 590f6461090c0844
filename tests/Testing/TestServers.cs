using System.Collections.Concurrent;
using Npgsql;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;
using Testcontainers.Redis;

namespace Wenye.Testing;

/// <summary>PostgreSQL, RabbitMQ and Redis for tests, each started when first asked for.</summary>
/// <remarks>
/// A test project shares one instance: <c>[assembly: AssemblyFixture(typeof(TestServers))]</c> and a constructor parameter.
/// Under <c>tests/TestServers</c> all projects of a run share its servers. Tests stay apart by databases and virtual hosts
/// of their own; those that stop or kill a server start one for themselves.
/// </remarks>
public sealed class TestServers : IAsyncDisposable
{
    /// <summary>Environment variables by which a run hands its servers to the test processes.</summary>
    public const string PostgresVariable = "WENYE_TEST_POSTGRES";
    public const string RabbitMqVariable = "WENYE_TEST_RABBITMQ";
    public const string RabbitMqApiVariable = "WENYE_TEST_RABBITMQ_API";
    public const string RedisVariable = "WENYE_TEST_REDIS";

    private readonly ConcurrentBag<IAsyncDisposable> _created = [];
    private readonly ConcurrentBag<IAsyncDisposable> _started = [];
    private readonly Lazy<Task<string>> _postgres;
    private readonly Lazy<Task<RabbitMqAddresses>> _rabbitMq;
    private readonly Lazy<Task<string>> _redis;

    public TestServers()
    {
        _postgres = new(StartPostgresAsync);
        _rabbitMq = new(StartRabbitMqAsync);
        _redis = new(StartRedisAsync);
    }

    /// <summary>An empty database of its own; dropped when disposed, at the latest with the servers.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync(CancellationToken cancellationToken = default)
    {
        var database = await TestDatabase.CreateAsync(await _postgres.Value, cancellationToken);
        _created.Add(database);
        return database;
    }

    /// <summary>An empty RabbitMQ virtual host of its own; deleted when disposed, at the latest with the servers.</summary>
    public async Task<TestVirtualHost> CreateVirtualHostAsync(CancellationToken cancellationToken = default)
    {
        var host = await TestVirtualHost.CreateAsync(await _rabbitMq.Value, cancellationToken);
        _created.Add(host);
        return host;
    }

    /// <summary>The shared Redis, as StackExchange.Redis reads it. Keys are the test's to keep apart.</summary>
    public Task<string> GetRedisAsync() => _redis.Value;

    /// <summary>Starts all servers at once and returns the variables that hand them to other processes.</summary>
    public async Task<IReadOnlyDictionary<string, string>> StartAllAsync()
    {
        await Task.WhenAll(_postgres.Value, _rabbitMq.Value, _redis.Value);
        var rabbitMq = await _rabbitMq.Value;
        return new Dictionary<string, string>
        {
            [PostgresVariable] = await _postgres.Value,
            [RabbitMqVariable] = rabbitMq.Broker.OriginalString,
            [RabbitMqApiVariable] = rabbitMq.Api.OriginalString,
            [RedisVariable] = await _redis.Value,
        };
    }

    /// <summary>Drops what tests left, then stops the servers this instance started.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_created.Select(item => item.DisposeAsync().AsTask()));
        await Task.WhenAll(_started.Select(server => server.DisposeAsync().AsTask()));
        _created.Clear();
        _started.Clear();
    }

    private async Task<string> StartPostgresAsync()
    {
        if (Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } shared)
        {
            return shared;
        }
        var container = new PostgreSqlBuilder("postgres:15").Build();
        _started.Add(container);
        await container.StartAsync();
        return new NpgsqlConnectionStringBuilder(container.GetConnectionString()) { Pooling = false }.ConnectionString;
    }

    private async Task<RabbitMqAddresses> StartRabbitMqAsync()
    {
        if (Environment.GetEnvironmentVariable(RabbitMqVariable) is { Length: > 0 } shared)
        {
            return new(new(shared), new(Environment.GetEnvironmentVariable(RabbitMqApiVariable) ?? ""));
        }
        const int apiPort = 15672;
        var container = new RabbitMqBuilder("rabbitmq:3.13-management").WithPortBinding(apiPort, true).Build();
        _started.Add(container);
        await container.StartAsync();
        var broker = new Uri(container.GetConnectionString());
        var api = new Uri($"http://{broker.UserInfo}@{container.Hostname}:{container.GetMappedPublicPort(apiPort)}/");
        return new(broker, api);
    }

    private async Task<string> StartRedisAsync()
    {
        if (Environment.GetEnvironmentVariable(RedisVariable) is { Length: > 0 } shared)
        {
            return shared;
        }
        var container = new RedisBuilder("redis:7.0").Build();
        _started.Add(container);
        await container.StartAsync();
        return container.GetConnectionString();
    }
}
