using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Wenye.AppHost;

/// <summary>What <c>.run/platform.json</c> says about the running system (运行信息): readable only by its user.</summary>
internal sealed record PlatformState(
    int Pid, string GatewayUrl, string GatewayGrpcUrl, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Urls,
    IReadOnlyList<DevelopmentClient> Clients);

/// <summary>The file by which <c>./platform</c> finds the running system; it exists while the system is ready.</summary>
internal sealed class PlatformFile(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly TimeSpan StopLimit = TimeSpan.FromMinutes(2);

    /// <summary>In the repository's .run folder, or in the one that the setting RunFolder names (tests have their own).</summary>
    public static PlatformFile In(IDistributedApplicationBuilder builder) =>
        new(Path.GetFullPath(Path.Combine(builder.AppHostDirectory, builder.Configuration["RunFolder"] ?? "../.run", "platform.json")));

    /// <summary>Another file of the run.</summary>
    public string Beside(string name) => Path.Combine(Path.GetDirectoryName(path)!, name);

    public void Write(PlatformState state)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        var unfinished = $"{path}.{Environment.ProcessId}";
        using (var file = new FileStream(unfinished, options))
        {
            JsonSerializer.Serialize(file, state, Json);
        }
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Removes the file, unless another system has written it since.</summary>
    public void Remove()
    {
        if (Read()?.Pid == Environment.ProcessId)
        {
            File.Delete(path);
        }
    }

    /// <summary>Asks a running system to stop, waits until it has, and clears what a crashed one left; returns an exit code.</summary>
    public async Task<int> StopRunningAsync()
    {
        if (Read() is { } state && Find(state.Pid) is { } running)
        {
            using var signal = Process.Start("kill", ["-TERM", state.Pid.ToString(CultureInfo.InvariantCulture)]);
            using var limit = new CancellationTokenSource(StopLimit);
            await running.WaitForExitAsync(limit.Token);
        }
        File.Delete(path);
        // Present only where servers run as processes; containers are the engine's to clear.
        var reaper = Path.Combine(AppContext.BaseDirectory, "reap.sh");
        if (File.Exists(reaper))
        {
            using var reaping = Process.Start("sh", [reaper]);
            await reaping.WaitForExitAsync();
        }
        return 0;
    }

    private PlatformState? Read() => File.Exists(path) ? JsonSerializer.Deserialize<PlatformState>(File.ReadAllText(path), Json) : null;

    // The pid may be another program's by now: only a process that runs AppHost is one of ours.
    private static Process? Find(int pid)
    {
        var command = $"/proc/{pid}/cmdline";
        return File.Exists(command) && File.ReadAllText(command).Contains("AppHost", StringComparison.Ordinal)
            ? Process.GetProcessById(pid)
            : null;
    }
}
