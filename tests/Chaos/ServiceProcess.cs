using System.Net.Http.Json;
using System.Text.Json;
using Wenye.ServerProcesses;
using Wenye.Testing;

namespace Wenye.Chaos;

/// <summary>One replica of a service, as a process that can be killed and started again at the same address.</summary>
/// <param name="run">Ends it.</param>
/// <param name="name">Names its log.</param>
/// <param name="project">What is started.</param>
/// <param name="settings">Its environment.</param>
/// <param name="alone">Without the services that it would ask for code tables: then it is ready, and degraded for good.</param>
internal sealed class ServiceProcess(
    ProcessRun run, string name, string project, IReadOnlyDictionary<string, string?> settings, bool alone = false)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly int port = FreePorts.Take();
    private readonly int healthPort = FreePorts.Take();
    private ChildProcess? process;

    public string Name => name;

    public Uri Address => new($"http://127.0.0.1:{port}");

    public static string LogFolder { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../chaos"));

    private string LogFile => Path.Combine(LogFolder, $"{name}.log");

    public async Task MigrateAsync()
    {
        var code = await run.Start(Command("migrate")).Exited;
        if (code != 0)
            throw new ServerFailedException($"{project} migrate ended with {code}; see {LogFile}");
    }

    /// <summary>Starts it and waits until all its checks, the bus included, are healthy.</summary>
    public async Task StartAsync()
    {
        process = run.Start(Command());
        await Eventually.IsTrueAsync(IsHealthyAsync, TimeSpan.FromMinutes(2), $"{name} is healthy (log: {LogFile})");
    }

    public Task KillAsync() => process!.KillAsync();

    private async Task<bool> IsHealthyAsync()
    {
        if (process!.HasExited)
            throw new ServerFailedException($"{name} ended by itself; see {LogFile}");
        try
        {
            var health = await Http.GetFromJsonAsync<JsonElement>(new Uri($"http://127.0.0.1:{healthPort}/health"));
            return health.GetProperty("status").GetString() is var status && (status == "Healthy" || (alone && status == "Degraded"));
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private ChildCommand Command(params string[] arguments)
    {
        Directory.CreateDirectory(LogFolder);
        var assembly = BuiltProgram.Dll(project);
        return new ChildCommand(name, "dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly)!,
            LogFile = LogFile,
            Environment = new Dictionary<string, string?>(settings, StringComparer.Ordinal)
            {
                ["ASPNETCORE_URLS"] = Address.OriginalString,
                ["HEALTH_PORT"] = $"{healthPort}",
            },
        };
    }
}
