using System.Diagnostics;

namespace Wenye.ServerProcesses;

/// <summary>What to run as a child process.</summary>
/// <param name="Name">Names the process in records and messages.</param>
/// <param name="FileName">The program, by path or as found on PATH.</param>
public sealed record ChildCommand(string Name, string FileName, params IReadOnlyList<string> Arguments)
{
    public string WorkingDirectory { get; init; } = "/";

    /// <summary>Variables set on top of the host's; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The signal that asks it to stop.</summary>
    public Signal StopSignal { get; init; } = Signal.Terminate;

    /// <summary>The signal with which reap.sh ends it when the host is dead; the stop signal unless that takes long.</summary>
    public Signal? ReapSignal { get; init; }

    /// <summary>Receives each line of output; when null, output goes to <see cref="LogFile"/>, which also outlives the host.</summary>
    public Action<string>? OnLine { get; init; }

    public string LogFile { get; init; } = "/dev/null";
}

/// <summary>A running child process and the ways to end it.</summary>
public sealed class ChildProcess
{
    /// <summary>How long a stop may take before SIGKILL.</summary>
    public static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly string? _identity;
    private readonly ChildCommand _command;

    private ChildProcess(Process process, ChildCommand command, string record)
    {
        (_process, _command, Id) = (process, command, process.Id);
        _identity = ProcessIdentity.Of(Id);
        Exited = WaitAsync(record);
    }

    public string Name => _command.Name;

    public int Id { get; }

    /// <summary>Completes with the exit code (128 + n after signal n) when the process and its output have ended.</summary>
    public Task<int> Exited { get; }

    public bool HasExited => ProcessIdentity.Of(Id) is not { } now || now != _identity;

    internal static ChildProcess Start(ChildCommand command, string launcher, string record)
    {
        var log = command.OnLine is null ? command.LogFile : "-";
        // Not sh: Debian's drops variables that are no names of its own, as services__welfare-posts__http__0.
        string[] arguments = ["bash", launcher, record, (command.ReapSignal ?? command.StopSignal).Name, log, command.FileName, .. command.Arguments];
        var start = new ProcessStartInfo("setsid", arguments)
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardOutput = command.OnLine is not null,
            RedirectStandardError = command.OnLine is not null,
        };
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }
        var process = new Process { StartInfo = start };
        if (command.OnLine is { } onLine)
        {
            process.OutputDataReceived += (_, line) => Pass(line.Data, onLine);
            process.ErrorDataReceived += (_, line) => Pass(line.Data, onLine);
        }
        process.Start();
        if (command.OnLine is not null)
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }
        return new ChildProcess(process, command, record);
    }

    /// <summary>Sends a signal, unless the process has ended: its pid may be another's by now.</summary>
    public void Send(Signal signal)
    {
        if (!HasExited)
        {
            signal.Send(Id);
        }
    }

    /// <summary>Asks it to stop, and kills it when it has not within the grace.</summary>
    public async Task<int> StopAsync(TimeSpan? grace = null)
    {
        Send(_command.StopSignal);
        try
        {
            return await Exited.WaitAsync(grace ?? StopGrace);
        }
        catch (TimeoutException)
        {
            return await KillAsync();
        }
    }

    /// <summary>Kills it (SIGKILL) and waits until it is gone, and so its ports.</summary>
    public Task<int> KillAsync()
    {
        Send(Signal.Kill);
        return Exited;
    }

    private static void Pass(string? line, Action<string> onLine)
    {
        if (line is not null)
        {
            onLine(line);
        }
    }

    private async Task<int> WaitAsync(string record)
    {
        await _process.WaitForExitAsync();
        var code = _process.ExitCode;
        _process.Dispose();
        File.Delete(record);
        return code;
    }
}
