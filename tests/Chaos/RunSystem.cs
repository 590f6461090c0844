using System.Security.Cryptography;
using Npgsql;
using Wenye.ServerProcesses;
using Wenye.Testing;

namespace Wenye.Chaos;

/// <summary>PostgreSQL with fsync, RabbitMQ, Redis and two replicas of one service, all as processes, and rows for a run.</summary>
internal sealed class RunSystem : IAsyncDisposable
{
    /// <summary>How long anything of a run may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly string service;
    private readonly IReadOnlyDictionary<string, string> keys = PersonalDataKeys.Fresh();
    private readonly ProcessRun run;
    private readonly RabbitMqServer rabbitMq;
    private readonly RedisServer redis;

    private RunSystem(string service, ProcessRun run, TestIssuer issuer)
    {
        (this.service, this.run) = (service, run);
        Issuer = issuer;
        Postgres = new PostgresServer(run, "postgres", "wenye", Secret());
        rabbitMq = new RabbitMqServer(run, "rabbitmq", "wenye", Secret());
        redis = new RedisServer(run, "redis", Secret());
    }

    public TestIssuer Issuer { get; }

    public PostgresServer Postgres { get; }

    public IReadOnlyList<ServiceProcess> Replicas { get; private set; } = [];

    /// <summary>Starts everything, and the replicas when the database is filled.</summary>
    /// <param name="project">The service's, whose name its database and settings have: "welfare-posts" of WelfarePosts.</param>
    /// <param name="seed">Fills the migrated database, told how to reach it and with which keys personal data are encrypted.</param>
    /// <param name="more">Further settings.</param>
    public static async Task<RunSystem> StartAsync(
        string project, Func<string, IReadOnlyDictionary<string, string>, Task> seed, params (string Key, string Value)[] more)
    {
        var system = new RunSystem(NameOf(project), await ProcessRun.OpenAsync(), await TestIssuer.StartAsync());
        try
        {
            await Task.WhenAll(system.Postgres.StartAsync(), system.rabbitMq.StartAsync(), system.redis.StartAsync());
            await system.Postgres.CreateDatabasesAsync([system.service]);
            var settings = system.Settings(more);
            system.Replicas =
                [.. Enumerable.Range(1, 2).Select(number => new ServiceProcess(system.run, $"{system.service}-{number}", project, settings, alone: true))];
            await system.Replicas[0].MigrateAsync();
            await seed(system.ConnectionString, system.keys);
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

    /// <summary>Kills in mid-run: a replica when a quarter of the shards is done, PostgreSQL at the half, both replicas at three quarters.</summary>
    /// <param name="shards">Of the run.</param>
    /// <param name="doneAsync">How many are done.</param>
    /// <param name="output">Told what was killed when.</param>
    public async Task KillInMidRunAsync(long shards, Func<Task<long>> doneAsync, TextWriter output)
    {
        await KillAsync("a replica", shards / 4, Replicas[0].KillAsync, Replicas[0].StartAsync);
        await KillAsync("PostgreSQL", shards / 2, Postgres.KillAsync, () => Fault.StartAgainAsync(Postgres));
        await KillAsync(
            "both replicas",
            shards * 3 / 4,
            () => Task.WhenAll(Replicas.Select(replica => replica.KillAsync())),
            () => Task.WhenAll(Replicas.Select(replica => replica.StartAsync())));

        async Task KillAsync(string part, long at, Func<Task> kill, Func<Task> restart)
        {
            await Eventually.IsTrueAsync(async () => await doneAsync() >= at, Patience, $"{at} shards are done");
            var done = await doneAsync();
            await kill();
            await restart();
            output.WriteLine($"  {part} killed when {done} shards were done; {await doneAsync()} when it was back");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Issuer.DisposeAsync();
        await run.DisposeAsync();
    }

    private string ConnectionString => Postgres.ConnectionString(service) + ";Pooling=false";

    private Dictionary<string, string?> Settings((string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            [$"ConnectionStrings__{service}"] = Postgres.ConnectionString(service),
            ["ConnectionStrings__rabbitmq"] = rabbitMq.ConnectionString,
            ["ConnectionStrings__redis"] = redis.ConnectionString,
            ["Auth__Authority"] = Issuer.Authority,
            ["Auth__RequireHttpsMetadata"] = "false",
        };
        foreach (var (key, value) in keys.Select(one => (one.Key, one.Value)).Concat(more))
            settings[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return settings;
    }

    private static string NameOf(string project) =>
        string.Concat(project.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    private static string Secret() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
