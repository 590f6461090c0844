using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Wenye.ServerProcesses;

/// <summary>Ports of the loopback that nobody listens on.</summary>
/// <remarks>
/// Chosen at random below the range that the system gives to outgoing connections, so that none takes the port while a
/// server restarts. Another process may still be faster; servers are therefore started anew on other ports (see Server).
/// </remarks>
public static class FreePorts
{
    private static readonly HashSet<int> Given = [];

    public static IReadOnlyList<int> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Take())];

    /// <summary>A free port that this process has not been given before.</summary>
    public static int Take()
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(15_000, 32_000);
            lock (Given)
            {
                if (!Given.Contains(port) && IsFree(port))
                {
                    Given.Add(port);
                    return port;
                }
            }
        }
        throw new InvalidOperationException("No free port was found between 15000 and 32000");
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Any, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
