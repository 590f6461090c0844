using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Wenye.ServerProcesses;

/// <summary>A server did not start, or ended by itself; the message ends with the last lines of its log.</summary>
public sealed class ServerFailedException(string message) : Exception(message);

/// <summary>A server as a child process, on ports of its own, with its data in a folder of the run.</summary>
/// <remarks>Stopped or killed, it can be started again on the same ports and data, like a container.</remarks>
public abstract partial class Server(ProcessRun run, string name) : IAsyncDisposable
{
    private const int PortAttempts = 5;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(25);
    private IReadOnlyList<int>? _ports;
    private bool _startedBefore;

    public string Name { get; } = name;

    /// <summary>Holds data, configuration and log.</summary>
    public string Folder { get; } = run.CreateFolder(name);

    public string LogFile => Path.Combine(Folder, "log");

    /// <summary>The port that clients connect to. Another one should it be taken before the server gets it.</summary>
    public int Port => Ports[0];

    /// <summary>The process of the last start.</summary>
    public ChildProcess? Process { get; private set; }

    /// <summary>The port asked for; null for a free one.</summary>
    public int? FixedPort { get; init; }

    protected IReadOnlyList<int> Ports => _ports ??= TakePorts();

    protected ProcessRun Run { get; } = run;

    protected abstract int PortCount { get; }

    /// <summary>Starts it and waits until it serves clients.</summary>
    /// <exception cref="ServerFailedException">It ended at once or was not ready after two minutes.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            await PrepareAsync(cancellationToken);
            Process = Run.Start(Command());
            if (await WaitUntilReadyAsync(Process, cancellationToken))
            {
                _startedBefore = true;
                return;
            }
            var log = LastLines();
            if (_startedBefore || attempt == PortAttempts || !PortTaken().IsMatch(log))
            {
                throw new ServerFailedException($"{Name} ended with code {await Process.Exited} before it was ready:\n{log}");
            }
            await CleanAsync();
            _ports = null;
        }
    }

    /// <summary>Stops it in the orderly way; killed after ten seconds.</summary>
    public virtual async Task StopAsync()
    {
        if (Process is not null)
        {
            await Process.StopAsync();
        }
    }

    /// <summary>Ends it with SIGKILL, as a crash would, and waits until it is gone.</summary>
    public virtual async Task KillAsync()
    {
        if (Process is not null)
        {
            await Process.KillAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes what the server needs before it starts; called before every start.</summary>
    protected abstract Task PrepareAsync(CancellationToken cancellationToken);

    protected abstract ChildCommand Command();

    protected abstract Task<bool> IsReadyAsync(CancellationToken cancellationToken);

    /// <summary>After a start that failed on a taken port: ends helpers and forgets what was written for those ports.</summary>
    protected virtual Task CleanAsync() => Task.CompletedTask;

    /// <summary>Writes a file of the server's folder that no other user may read: settings hold passwords.</summary>
    protected async Task WriteSettingsAsync(string file, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        await using var writer = new StreamWriter(Path.Combine(Folder, file), options) { NewLine = "\n" };
        foreach (var line in lines)
        {
            await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
    }

    /// <summary>Runs a command to its end, its output to the log.</summary>
    protected async Task RunAsync(ChildCommand command, CancellationToken cancellationToken)
    {
        var code = await Run.Start(command with { LogFile = LogFile }).Exited.WaitAsync(cancellationToken);
        if (code != 0)
        {
            throw new ServerFailedException($"{command.Name} ended with code {code}:\n{LastLines()}");
        }
    }

    private IReadOnlyList<int> TakePorts() =>
        FixedPort is { } port ? [port, .. FreePorts.Take(PortCount - 1)] : FreePorts.Take(PortCount);

    private async Task<bool> WaitUntilReadyAsync(ChildProcess process, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (!process.HasExited)
        {
            if (await IsReadyAsync(cancellationToken))
            {
                return true;
            }
            if (Stopwatch.GetElapsedTime(start) > StartLimit)
            {
                await process.KillAsync();
                throw new ServerFailedException($"{Name} was not ready after {StartLimit.TotalSeconds} s:\n{LastLines()}");
            }
            await Task.WhenAny(process.Exited, Task.Delay(PollInterval, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
        return false;
    }

    private string LastLines() =>
        File.Exists(LogFile) ? string.Join('\n', File.ReadLines(LogFile).TakeLast(20)) : "(no log)";

    [GeneratedRegex("eaddrinuse|(address|port)[^\n]* in use", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PortTaken();
}
