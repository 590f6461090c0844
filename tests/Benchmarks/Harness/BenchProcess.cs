using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Wenye.Testing;

namespace Wenye.Benchmarks.Harness;

/// <summary>A built DLL as a process of its own. Its output goes to a file, shown when it does not start.</summary>
internal sealed class BenchProcess : IAsyncDisposable
{
    private readonly string _log = Path.GetTempFileName();
    private readonly Process _process;

    private BenchProcess(string project, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        // The shell gives the file to the process itself: reading a pipe here would cost the measurement. Not sh: it drops
        // variables with a hyphen, as services__welfare-posts__http__0 has.
        var start = new ProcessStartInfo("/bin/bash", ["-c", "exec dotnet \"$0\" \"$@\" >\"$BENCH_LOG\" 2>&1", BuiltProgram.Dll(project), .. arguments]);
        start.Environment["BENCH_LOG"] = _log;
        foreach (var (name, value) in environment)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        _process = Process.Start(start)!;
    }

    /// <summary>CPU time that the process has used. Unlike a rate it hardly depends on what else the machine does.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that it ever held (resident set), bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts a project's DLL, built in the same configuration as this one, and waits until it is ready.</summary>
    public static async Task<BenchProcess> StartAsync(
        string project, string[] arguments, IReadOnlyDictionary<string, string> environment, Func<Task<bool>> ready)
    {
        var process = new BenchProcess(project, arguments, environment);
        try
        {
            await Eventually.IsTrueAsync(
                () => process._process.HasExited ? throw new InvalidOperationException($"{project} ended.") : ready(), TimeSpan.FromMinutes(2));
            return process;
        }
        catch (Exception)
        {
            await Console.Error.WriteLineAsync(await File.ReadAllTextAsync(process._log));
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs to the end, as a migration does.</summary>
    public static async Task RunAsync(string project, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        await using var process = new BenchProcess(project, arguments, environment);
        await process._process.WaitForExitAsync();
        if (process._process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{project} failed: {await File.ReadAllTextAsync(process._log)}");
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Whether something listens.</summary>
    public static async Task<bool> ListensAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Asks the process to end as an operator would, and waits.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var terminate = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
        File.Delete(_log);
    }
}
