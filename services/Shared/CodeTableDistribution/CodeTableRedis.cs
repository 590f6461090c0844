using System.Globalization;
using Microsoft.Extensions.Configuration;
using StackExchange.Redis;

namespace Wenye.CodeTables.Distribution;

/// <summary>The imported tables in Redis (代码表缓存): one hash, so that it is there as a whole or not at all.</summary>
/// <remarks>Fields: version, and a payload for each table by its name. A channel of the same name plus ":changed" tells of changes.</remarks>
internal sealed class CodeTableRedis(IConfiguration configuration) : IAsyncDisposable
{
    private const string VersionField = "version";

    // Written only over the state that the writer saw, so that a slow writer cannot put an old state over a new one.
    private const string Publish = """
        if (redis.call('HGET', KEYS[1], 'version') or '') ~= ARGV[1] then return 0 end
        redis.call('DEL', KEYS[1])
        redis.call('HSET', KEYS[1], unpack(ARGV, 2))
        redis.call('PUBLISH', KEYS[1] .. ':changed', '')
        return 1
        """;

    private readonly RedisKey _key = configuration["CodeTables:RedisKey"] ?? "wenye:codetables";
    private readonly SemaphoreSlim _connecting = new(1);
    private ConnectionMultiplexer? _connection;

    /// <summary>Whether there is a Redis at all; without one the tables come from their origin only.</summary>
    public bool IsConfigured => ConnectionString is { Length: > 0 };

    private string? ConnectionString => configuration.GetConnectionString("redis");

    /// <summary>The version that Redis holds; null when it holds none, as after a flush.</summary>
    /// <exception cref="CodeTablesUnavailableException">Redis does not answer.</exception>
    public Task<long?> VersionAsync() => AskAsync(async redis => Number(await redis.HashGetAsync(_key, VersionField)));

    /// <summary>The tables; null when there are none.</summary>
    /// <exception cref="CodeTablesUnavailableException">Redis does not answer, or holds what is no table.</exception>
    public Task<ImportedCodeTables?> LoadAsync() => AskAsync(async redis =>
    {
        var fields = await redis.HashGetAllAsync(_key);
        return Number(fields.FirstOrDefault(field => field.Name == VersionField).Value) is { } version
            ? new ImportedCodeTables(version, [.. fields.Where(field => field.Name != VersionField).SelectMany(field => CodeTablePayload.Read(version, field.Value!))])
            : null;
    });

    /// <summary>Puts the tables in place of the version that was seen there; false when another writer was faster.</summary>
    /// <exception cref="CodeTablesUnavailableException">Redis does not answer.</exception>
    public Task<bool> PublishAsync(ImportedCodeTables tables, long? seen) => AskAsync(async redis =>
    {
        RedisValue[] values = [Text(seen), VersionField, Text(tables.Version), .. tables.Entries.GroupBy(entry => entry.Table, StringComparer.Ordinal)
            .SelectMany(table => new RedisValue[] { table.Key, CodeTablePayload.Write(tables.Version, table) })];
        return (int)await redis.ScriptEvaluateAsync(Publish, [_key], values) == 1;
    });

    /// <summary>Calls back whenever the tables in Redis change, and when a lost connection is back (订阅变更).</summary>
    /// <exception cref="CodeTablesUnavailableException">Redis does not answer.</exception>
    public Task<bool> SubscribeAsync(Action changed) => AskAsync(async redis =>
    {
        redis.Multiplexer.ConnectionRestored += (_, _) => changed();
        await redis.Multiplexer.GetSubscriber().SubscribeAsync(RedisChannel.Literal($"{_key}:changed"), (_, _) => changed());
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _connecting.Dispose();
    }

    private async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> ask)
    {
        try
        {
            return await ask((await ConnectAsync()).GetDatabase());
        }
        catch (Exception outage) when (outage is RedisException or TimeoutException or InvalidDataException)
        {
            throw new CodeTablesUnavailableException("Redis does not give the code tables.", outage);
        }
    }

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        await _connecting.WaitAsync();
        try
        {
            return _connection ??= await ConnectionMultiplexer.ConnectAsync(Options());
        }
        finally
        {
            _connecting.Release();
        }
    }

    // Connects again by itself for ever; until then a question fails at once instead of waiting in a queue.
    private ConfigurationOptions Options()
    {
        var options = ConfigurationOptions.Parse(ConnectionString ?? "");
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectTimeout = 1000;
        options.AsyncTimeout = 1000;
        options.ReconnectRetryPolicy = new LinearRetry(500);
        return options;
    }

    private static long? Number(RedisValue value) =>
        long.TryParse((string?)value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(long? version) => version?.ToString(CultureInfo.InvariantCulture) ?? "";
}
