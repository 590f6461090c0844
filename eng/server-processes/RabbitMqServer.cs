namespace Wenye.ServerProcesses;

/// <summary>A RabbitMQ node of its own, with the Erlang port mapper (epmd) it needs.</summary>
/// <param name="management">Whether the management plugin (HTTP API) runs; it costs about half a second at start.</param>
public sealed class RabbitMqServer(
    ProcessRun run, string name, string user, string password, bool management = false) : Server(run, name)
{
    private const string Binary = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private readonly string _node = $"{name}{Secret.Create(8)}".Replace("-", "").ToLowerInvariant();
    private ChildProcess? _portMapper;

    public string ConnectionString => $"amqp://{user}:{password}@localhost:{Port}";

    /// <summary>The port of the HTTP API, when the plugin runs.</summary>
    public int ManagementPort => Ports[3];

    protected override int PortCount => 4;

    private string DistributionPort => $"{Ports[1]}";

    private string PortMapperPort => $"{Ports[2]}";

    public override async Task StopAsync()
    {
        await base.StopAsync();
        await EndPortMapperAsync();
    }

    public override async Task KillAsync()
    {
        await base.KillAsync();
        await EndPortMapperAsync();
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var cookie = Path.Combine(Folder, ".erlang.cookie");
        if (!File.Exists(cookie))
        {
            await File.WriteAllTextAsync(cookie, Secret.Create(), cancellationToken);
            File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        }
        await WriteSettingsAsync("plugins", [management ? "[rabbitmq_management]." : "[]."], cancellationToken);
        await WriteSettingsAsync("rabbitmq.conf", Settings(), cancellationToken);
        // RabbitMQ would start the mapper itself and leave it behind.
        _portMapper = Run.Start(
            new($"{Name}-epmd", "epmd", "-port", PortMapperPort, "-address", "127.0.0.1", "-relaxed_command_check")
            {
                LogFile = LogFile,
            });
    }

    // An orderly stop takes seconds and would only save data that goes with the folder.
    protected override ChildCommand Command() =>
        new(Name, Binary) { LogFile = LogFile, Environment = Variables(), ReapSignal = Signal.Kill };

    protected override async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        // The broker's first frame names its node: a broker that took our port is not mistaken for ours.
        return await LoopbackProbe.AnswersAsync(Port, "AMQP\0\0\u0009\u0001", _node, cancellationToken)
            && (!management || await LoopbackProbe.AnswersAsync(
                ManagementPort, "GET /api/overview HTTP/1.0\r\n\r\n", "401", cancellationToken));
    }

    protected override async Task CleanAsync()
    {
        await EndPortMapperAsync();
        Directory.Delete(Path.Combine(Folder, "mnesia"), recursive: true);
    }

    private async Task EndPortMapperAsync()
    {
        if (_portMapper is not null)
        {
            await _portMapper.StopAsync();
        }
    }

    private IEnumerable<string> Settings() =>
    [
        $"default_user = {user}", $"default_pass = {password}", "log.console = true", "log.console.level = warning",
        "log.file = false", "vm_memory_high_watermark.absolute = 2GB", "disk_free_limit.absolute = 200MB",
        .. management
            ? ["management.tcp.ip = 127.0.0.1", $"management.tcp.port = {ManagementPort}"]
            : Array.Empty<string>(),
    ];

    private Dictionary<string, string?> Variables() => new()
    {
        ["HOME"] = Folder,
        ["RABBITMQ_NODENAME"] = $"{_node}@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = $"{Port}",
        ["RABBITMQ_DIST_PORT"] = DistributionPort,
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(Folder, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Folder,
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(Folder, "plugins"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(Folder, "pid"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(Folder, "rabbitmq.conf"),
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        ["ERL_EPMD_PORT"] = PortMapperPort,
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        // The shell script becomes the broker, so that the pid is the broker's and SIGTERM reaches it.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
    };
}
