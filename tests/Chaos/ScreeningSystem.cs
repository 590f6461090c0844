using System.Security.Cryptography;
using Npgsql;
using Wenye.ServerProcesses;
using Wenye.Testing;

namespace Wenye.Chaos;

/// <summary>PostgreSQL with fsync, RabbitMQ, Redis and two replicas of Stabilization, all as processes, and firms to screen.</summary>
internal sealed class ScreeningSystem : IAsyncDisposable
{
    private const string Database = "stabilization";
    private readonly ProcessRun run;
    private readonly RabbitMqServer rabbitMq;
    private readonly RedisServer redis;

    private ScreeningSystem(ProcessRun run, TestIssuer issuer)
    {
        this.run = run;
        Issuer = issuer;
        Postgres = new PostgresServer(run, "postgres", "wenye", Secret());
        rabbitMq = new RabbitMqServer(run, "rabbitmq", "wenye", Secret());
        redis = new RedisServer(run, "redis", Secret());
    }

    public TestIssuer Issuer { get; }

    public PostgresServer Postgres { get; }

    public IReadOnlyList<ServiceProcess> Replicas { get; private set; } = [];

    public static async Task<ScreeningSystem> StartAsync(int firms)
    {
        var system = new ScreeningSystem(await ProcessRun.OpenAsync(), await TestIssuer.StartAsync());
        try
        {
            await Task.WhenAll(system.Postgres.StartAsync(), system.rabbitMq.StartAsync(), system.redis.StartAsync());
            await system.Postgres.CreateDatabasesAsync([Database]);
            var settings = system.Settings();
            system.Replicas =
            [
                new(system.run, "stabilization-1", "Stabilization", settings, alone: true),
                new(system.run, "stabilization-2", "Stabilization", settings, alone: true),
            ];
            await system.Replicas[0].MigrateAsync();
            await ScreenedFirms.SeedAsync(system.ConnectionString, firms);
            await Task.WhenAll(system.Replicas.Select(replica => replica.StartAsync()));
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>One value, outside any pool, so that no connection outlives a kill.</summary>
    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>After a kill.</summary>
    public Task StartPostgresAgainAsync() => Fault.StartAgainAsync(Postgres);

    public async ValueTask DisposeAsync()
    {
        await Issuer.DisposeAsync();
        await run.DisposeAsync();
    }

    private string ConnectionString => Postgres.ConnectionString(Database) + ";Pooling=false";

    private Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__stabilization"] = Postgres.ConnectionString(Database),
            ["ConnectionStrings__rabbitmq"] = rabbitMq.ConnectionString,
            ["ConnectionStrings__redis"] = redis.ConnectionString,
            ["Auth__Authority"] = Issuer.Authority,
            ["Auth__RequireHttpsMetadata"] = "false",
        };
        foreach (var (key, value) in PersonalDataKeys.Fresh())
            settings[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return settings;
    }

    private static string Secret() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
