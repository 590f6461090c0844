using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Wenye.Polyfills.Tests;

/// <summary>A redis-server of one test's own, which the test may kill and start again on the same port.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wenye-redis-");
    private readonly int _port = FreePort();
    private readonly bool _tls;
    private Process? _process;

    private RedisServer(bool tls) => _tls = tls;

    public string Address => $"127.0.0.1:{_port}";

    public static async Task<RedisServer> StartNewAsync(bool tls = false)
    {
        var server = new RedisServer(tls);
        if (tls)
        {
            await server.WriteCertificateAsync();
        }
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        string[] endpoint = _tls
            ? ["--port", "0", "--tls-port", $"{_port}", "--tls-cert-file", "tls.crt", "--tls-key-file", "tls.key", "--tls-auth-clients", "no"]
            : ["--port", $"{_port}"];
        _process = Process.Start(new ProcessStartInfo(
            "redis-server", ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", .. endpoint])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = _folder.FullName,
        })!;
        using var deadline = new CancellationTokenSource(Patience);
        string? line;
        do
        {
            line = await _process.StandardOutput.ReadLineAsync(deadline.Token)
                ?? throw new InvalidOperationException("redis-server ended before it was ready.");
        }
        while (!line.Contains("Ready to accept connections", StringComparison.Ordinal));
    }

    /// <summary>As a crash: no connection is closed in order.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }
        _folder.Delete(recursive: true);
    }

    private async Task WriteCertificateAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "tls.crt"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "tls.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
