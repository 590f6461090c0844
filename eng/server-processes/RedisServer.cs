namespace Wenye.ServerProcesses;

/// <summary>A Redis server that keeps nothing on disk, as Wenye's caches need it.</summary>
/// <param name="password">Null leaves it open to the loopback, as the Redis container of Testcontainers is.</param>
public sealed class RedisServer(ProcessRun run, string name, string? password) : Server(run, name)
{
    /// <summary>host:port with the password, as StackExchange.Redis reads it.</summary>
    public string ConnectionString => password is null ? $"localhost:{Port}" : $"localhost:{Port},password={password}";

    protected override int PortCount => 1;

    protected override Task PrepareAsync(CancellationToken cancellationToken)
    {
        string[] settings =
        [
            "bind 127.0.0.1", $"port {Port}", $"dir {Folder}", "save \"\"", "appendonly no",
            .. password is null ? Array.Empty<string>() : [$"requirepass {password}"],
        ];
        return WriteSettingsAsync("redis.conf", settings, cancellationToken);
    }

    protected override ChildCommand Command() =>
        new(Name, "redis-server", Path.Combine(Folder, "redis.conf")) { LogFile = LogFile };

    protected override Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        var login = password is null ? "" : $"AUTH {password}\r\n";
        // The answer names the process: a server that took our port is not mistaken for ours.
        return LoopbackProbe.AnswersAsync(
            Port, $"{login}INFO server\r\n", $"process_id:{Process?.Id}\r\n", cancellationToken);
    }
}
