using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Wenye.AppHost.Tests.Processes;

/// <summary>AppHost as a process of its own, with a temp folder of its own in which its children are recorded.</summary>
public sealed class AppHostProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly string _temp;

    private AppHostProcess(Process process, string temp) => (_process, _temp) = (process, temp);

    public int ExitCode => _process.ExitCode;

    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Folders of runs whose processes may still be there.</summary>
    public IReadOnlyList<string> Runs => RunsIn(_temp);

    /// <summary>Every child as launch.sh recorded it: pid and identity.</summary>
    public IReadOnlyList<(int Pid, string Identity)> Children =>
    [
        .. from run in Runs
           from file in Directory.GetFiles(run, "*.pid")
           let fields = File.ReadAllText(file).Split(' ')
           where fields.Length == 3
           select (int.Parse(fields[0], CultureInfo.InvariantCulture), fields[1]),
    ];

    private string PlatformFile => Path.Combine(_temp, "platform.json");

    public static IReadOnlyList<string> RunsIn(string temp) =>
        [.. Directory.GetDirectories(temp, "wenye-*").SelectMany(Directory.GetDirectories)];

    public static AppHostProcess Start(string temp)
    {
        // A shell that runs its commands in the background makes them ignore SIGINT, and so would their children.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", BuiltProgram.Dll("AppHost"), $"--RunFolder={temp}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["TMPDIR"] = temp },
        };
        var host = new AppHostProcess(new Process { StartInfo = start }, temp);
        host._process.OutputDataReceived += (_, line) => host._lines.Enqueue(line.Data ?? "");
        host._process.Start();
        host._process.BeginOutputReadLine();
        return host;
    }

    public Task ReadyAsync() => WaitAsync(() => File.Exists(PlatformFile));

    public Task SaidAsync(string text) => WaitAsync(() => _lines.Any(line => line.Contains(text, StringComparison.Ordinal)));

    /// <summary>SIGKILL to the host alone, or to the shell that watches it too.</summary>
    public async Task KillAsync(bool watcherToo = false)
    {
        if (watcherToo)
        {
            foreach (var watcher in Process.GetProcessesByName("sh").Where(IsWatcher))
            {
                watcher.Kill();
            }
        }
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
    }

    public static bool IsAlive((int Pid, string Identity) child)
    {
        var stat = $"/proc/{child.Pid}/stat";
        try
        {
            var fields = File.ReadAllText(stat)[(File.ReadAllText(stat).LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] != "Z" && child.Identity.StartsWith($"{fields[19]}-", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        _process.Dispose();
    }

    private bool IsWatcher(Process shell)
    {
        var file = $"/proc/{shell.Id}/cmdline";
        var command = File.Exists(file) ? File.ReadAllText(file) : "";
        return command.Contains("reap.sh", StringComparison.Ordinal) && command.Contains(_temp, StringComparison.Ordinal);
    }

    private async Task WaitAsync(Func<bool> condition)
    {
        await Eventually.IsTrueAsync(() => condition() || _process.HasExited, TimeSpan.FromMinutes(3));
        condition().ShouldBeTrue(string.Join('\n', Lines.TakeLast(40)));
    }
}
