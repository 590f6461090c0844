using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Wenye.Testing;

/// <summary>A TCP relay to a server that the test can cut and restore; while cut, new connections are refused.</summary>
public sealed class BrokenLink : IAsyncDisposable
{
    private readonly ConcurrentBag<TcpClient> open = [];
    private readonly string host;
    private readonly int port;
    private TcpListener listener = new(IPAddress.Loopback, 0);
    private Task accepting;

    public BrokenLink(string host, int port)
    {
        this.host = host;
        this.port = port;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    public void Cut()
    {
        listener.Stop();
        foreach (var client in open)
            client.Dispose();
    }

    public void Restore()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        accepting = AcceptAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                open.Add(client);
                var server = new TcpClient();
                open.Add(server);
                await server.ConnectAsync(host, port);
                _ = PumpAsync(client, server);
                _ = PumpAsync(server, client);
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            return; // Cut.
        }
    }

    private static async Task PumpAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or InvalidOperationException)
        {
            return; // Cut, or either end closed.
        }
        finally
        {
            from.Dispose();
            to.Dispose();
        }
    }
}
