// TestServers [--] COMMAND…: starts PostgreSQL, RabbitMQ and Redis, runs COMMAND with their addresses in its environment,
// stops them, and ends with COMMAND's exit code. RabbitMQ takes seconds to start: a test run shares one.
using System.Diagnostics;
using System.Runtime.InteropServices;
using Wenye.Testing;

string[] command = args is ["--", ..] ? args[1..] : args;
if (command.Length == 0)
{
    await Console.Error.WriteLineAsync("usage: TestServers [--] COMMAND…");
    return 2;
}

await using var servers = new TestServers();
var start = new ProcessStartInfo(command[0], command[1..]);
foreach (var (name, value) in await servers.StartAllAsync())
{
    start.Environment[name] = value;
}

using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start");
// Ctrl-C reaches the command by itself; this process must outlive it to stop the servers.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    process.Kill(entireProcessTree: true);
});
await process.WaitForExitAsync();
return process.ExitCode;
