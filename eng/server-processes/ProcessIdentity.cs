using System.Runtime.InteropServices;

namespace Wenye.ServerProcesses;

/// <summary>What names one process for ever: its pid together with its start time and the boot it belongs to.</summary>
/// <remarks>The same text that launch.sh writes and reap.sh compares. A pid alone may have been given to another process.</remarks>
internal static class ProcessIdentity
{
    private static readonly string Boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Split('-')[0];

    /// <summary>The identity of a living process; null when there is none (a zombie is dead).</summary>
    public static string? Of(int pid)
    {
        try
        {
            // The command name, in brackets, may itself hold blanks and brackets; the fields are counted after it.
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] == "Z" ? null : $"{fields[19]}-{Boot}";
        }
        catch (IOException)
        {
            return null;
        }
    }
}

/// <summary>A signal, with the name that kill(1) knows and the number that kill(2) takes on Linux.</summary>
public readonly record struct Signal(string Name, int Number)
{
    public static readonly Signal Interrupt = new("INT", 2);
    public static readonly Signal Kill = new("KILL", 9);
    public static readonly Signal Terminate = new("TERM", 15);

    internal void Send(int pid) => _ = Native.Kill(pid, Number);
}

internal static class Native
{
    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static extern int Kill(int pid, int signal);

    [DllImport("libc", EntryPoint = "geteuid")]
    public static extern uint EffectiveUser();
}
