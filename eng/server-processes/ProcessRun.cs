using System.Diagnostics;

namespace Wenye.ServerProcesses;

/// <summary>One run of a host: a temp folder that holds everything its child processes write, and the record of them.</summary>
/// <remarks>
/// Whatever way the host ends, nothing stays: <see cref="DisposeAsync"/> stops the children and removes the folder; when the
/// host dies first, a watching shell does the same; and should that be killed too, the next run to open does it (reap.sh).
/// </remarks>
public sealed class ProcessRun : IAsyncDisposable
{
    private static int _runs;
    private readonly List<ChildProcess> _children = [];
    private readonly Process _watcher;
    private int _names;

    private ProcessRun(string folder, Process watcher) => (Folder, _watcher) = (folder, watcher);

    /// <summary>The folder of all runs of this user. Under it, reap.sh finds what a crashed host left.</summary>
    public static string Root { get; } = Path.Combine(Path.GetTempPath(), $"wenye-{Native.EffectiveUser()}");

    /// <summary>The folder of this run; other users (postgres) may pass through it but not list it.</summary>
    public string Folder { get; }

    /// <summary>Reaps what crashed hosts left, then opens a run for this process.</summary>
    public static async Task<ProcessRun> OpenAsync(CancellationToken cancellationToken = default)
    {
        await ReapAsync(cancellationToken);
        const UnixFileMode passThrough = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var number = Interlocked.Increment(ref _runs);
        var folder = Path.Combine(Root, $"{Environment.ProcessId}.{ProcessIdentity.Of(Environment.ProcessId)}.{number}");
        Directory.CreateDirectory(Root, passThrough);
        Directory.CreateDirectory(folder, passThrough);
        return new ProcessRun(folder, StartScript("setsid", ["sh", Script("reap.sh"), Root, "watch", folder]));
    }

    /// <summary>Ends the processes and removes the folders of hosts that are no more.</summary>
    public static async Task ReapAsync(CancellationToken cancellationToken = default)
    {
        using var reaper = StartScript("sh", [Script("reap.sh"), Root]);
        await reaper.WaitForExitAsync(cancellationToken);
    }

    /// <summary>A folder of its own inside the run.</summary>
    public string CreateFolder(string name)
    {
        var folder = Path.Combine(Folder, $"{name}-{Interlocked.Increment(ref _names)}");
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Starts a child process in a session of its own, so that a Ctrl-C meant for the host does not reach it.</summary>
    public ChildProcess Start(ChildCommand command)
    {
        var record = Path.Combine(Folder, $"{command.Name}-{Interlocked.Increment(ref _names)}.pid");
        var child = ChildProcess.Start(command, Script("launch.sh"), record);
        lock (_children)
        {
            _children.Add(child);
        }
        return child;
    }

    public async ValueTask DisposeAsync()
    {
        ChildProcess[] children;
        lock (_children)
        {
            children = [.. _children];
            _children.Clear();
        }
        foreach (var child in children.Reverse())
        {
            await child.StopAsync();
        }
        Directory.Delete(Folder, recursive: true);
        _watcher.StandardInput.Close();
        await _watcher.WaitForExitAsync();
        _watcher.Dispose();
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static Process StartScript(string fileName, string[] arguments) =>
        Process.Start(new ProcessStartInfo(fileName, arguments) { RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" })
        ?? throw new InvalidOperationException($"{fileName} could not be started");
}
