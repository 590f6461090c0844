using System.Diagnostics;
using System.Globalization;

namespace Wenye.Testing;

/// <summary>The process behind a port of this machine: what a test kills that knows only an address.</summary>
public static class ListeningProcess
{
    private const string Listening = "0A";

    /// <summary>The process that listens on the port.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it belongs to another user.</exception>
    public static Process OnPort(int port)
    {
        var sockets = new[] { "/proc/net/tcp", "/proc/net/tcp6" }.SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == Listening && PortOf(fields[1]) == port)
            .Select(fields => $"socket:[{fields[9]}]").ToHashSet(StringComparer.Ordinal);
        var id = Directory.GetDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .FirstOrDefault(pid => Descriptors(pid!).Any(sockets.Contains));
        return id is null
            ? throw new InvalidOperationException($"No process of this user listens on port {port}")
            : Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
    }

    private static int PortOf(string address) =>
        int.TryParse(address.AsSpan(address.LastIndexOf(':') + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var port)
            ? port
            : -1;

    private static IEnumerable<string> Descriptors(string pid)
    {
        try
        {
            return [.. Directory.GetFiles($"/proc/{pid}/fd").Select(file => File.ResolveLinkTarget(file, false)?.Name ?? "")];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked, or is another user's: either way it is not the one.
            return [];
        }
    }
}
