using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wenye.ServerProcesses;

/// <summary>Asks a server whether it is there, and whether it is the one that was started.</summary>
internal static class LoopbackProbe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Sends a greeting and says whether the answer holds the expected text before the limit.</summary>
    public static async Task<bool> AnswersAsync(int port, string greeting, string expected, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), limit.Token);
            await socket.SendAsync(Encoding.Latin1.GetBytes(greeting), limit.Token);
            var answer = new StringBuilder();
            var buffer = new byte[4096];
            while (await socket.ReceiveAsync(buffer, limit.Token) is var count and > 0)
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, count));
                if (answer.ToString().Contains(expected, StringComparison.Ordinal))
                {
                    return true;
                }
            }
            return false;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
