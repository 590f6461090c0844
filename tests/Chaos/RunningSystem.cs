using System.Security.Cryptography;
using Npgsql;
using Wenye.ServerProcesses;
using Wenye.Testing;

namespace Wenye.Chaos;

/// <summary>PostgreSQL, RabbitMQ and Redis of its own, two replicas of Registration and one of Statistics, all as processes.</summary>
/// <remarks>PostgreSQL runs with fsync, RabbitMQ with durable quorum queues; both keep their folders over a kill.</remarks>
internal sealed class RunningSystem : IAsyncDisposable
{
    private readonly ProcessRun run;

    private RunningSystem(ProcessRun run, TestIssuer issuer)
    {
        this.run = run;
        Issuer = issuer;
        Postgres = new PostgresServer(run, "postgres", "wenye", Secret());
        RabbitMq = new RabbitMqServer(run, "rabbitmq", "wenye", Secret());
        Redis = new RedisServer(run, "redis", Secret());
    }

    public TestIssuer Issuer { get; }

    public PostgresServer Postgres { get; }

    public RabbitMqServer RabbitMq { get; }

    public RedisServer Redis { get; }

    /// <summary>The first takes the calls; the second takes them while the first is away, and relays all the time.</summary>
    public IReadOnlyList<ServiceProcess> Registration { get; private set; } = [];

    public ServiceProcess Statistics { get; private set; } = null!;

    public static async Task<RunningSystem> StartAsync()
    {
        var system = new RunningSystem(await ProcessRun.OpenAsync(), await TestIssuer.StartAsync());
        try
        {
            await system.StartServersAsync();
            await system.StartServicesAsync();
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>One value from a service's database.</summary>
    public async Task<T> ReadAsync<T>(string database, string sql)
    {
        await using var connection = await ConnectAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A connection outside any pool, so that none outlives a kill.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(string database)
    {
        var connection = new NpgsqlConnection(Postgres.ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Issuer.DisposeAsync();
        await run.DisposeAsync();
    }

    private async Task StartServersAsync()
    {
        await Task.WhenAll(Postgres.StartAsync(), RabbitMq.StartAsync(), Redis.StartAsync());
        await using var connection = await ConnectAsync("postgres");
        foreach (var database in (string[])["registration", "statistics"])
        {
            await using var command = new NpgsqlCommand($"create database {database}", connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private async Task StartServicesAsync()
    {
        var settings = Settings();
        Registration = [new(run, "registration-1", "Registration", settings), new(run, "registration-2", "Registration", settings)];
        Statistics = new(run, "statistics", "Statistics", settings);
        await Task.WhenAll(Registration[0].MigrateAsync(), Statistics.MigrateAsync());
        await Task.WhenAll(Registration.Append(Statistics).Select(service => service.StartAsync()));
    }

    private Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__registration"] = Postgres.ConnectionString("registration"),
            ["ConnectionStrings__statistics"] = Postgres.ConnectionString("statistics"),
            ["ConnectionStrings__rabbitmq"] = RabbitMq.ConnectionString,
            ["ConnectionStrings__redis"] = Redis.ConnectionString,
            ["Auth__Authority"] = Issuer.Authority,
            ["Auth__RequireHttpsMetadata"] = "false",
        };
        foreach (var (key, value) in PersonalDataKeys.Fresh())
            settings[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return settings;
    }

    private static string Secret() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
