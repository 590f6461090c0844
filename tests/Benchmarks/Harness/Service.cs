using Grpc.Net.Client;

namespace Wenye.Benchmarks.Harness;

/// <summary>A gRPC server as a process, with a channel to it.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly BenchProcess _process;

    private Service(BenchProcess process, int grpcPort)
    {
        _process = process;
        Channel = GrpcChannel.ForAddress(Address(grpcPort));
        Url = Address(grpcPort);
    }

    public GrpcChannel Channel { get; }

    public string Url { get; }

    /// <summary>The most memory that the server ever held, bytes.</summary>
    public long PeakMemory => _process.PeakMemory;

    /// <summary>CPU time that the server has used.</summary>
    public TimeSpan ProcessorTime => _process.ProcessorTime;

    /// <summary>Calls a second; says on the way what CPU time a call took the server.</summary>
    public async Task<double> RateAsync(int calls, Func<int, Task> call)
    {
        var before = _process.ProcessorTime;
        var rate = await ClosedLoop.RateAsync(calls, call);
        var each = (_process.ProcessorTime - before) / calls;
        await Console.Error.WriteAsync($"{each.TotalMicroseconds:N0} µs of the server's CPU a call; ");
        return rate;
    }

    /// <summary>One of our services, as the AppHost runs it in production.</summary>
    public static Task<Service> StartOursAsync(string project, IReadOnlyDictionary<string, string> environment)
    {
        var (grpc, health) = (BenchProcess.FreePort(), BenchProcess.FreePort());
        return StartAsync(project, [], grpc, health, environment, ("ASPNETCORE_URLS", Address(grpc)), ("HEALTH_PORT", $"{health}"));
    }

    /// <summary>Our gateway: HTTP/1.1 and, for gRPC, h2c.</summary>
    public static Task<Service> StartGatewayAsync(IReadOnlyDictionary<string, string> environment)
    {
        var (grpc, http) = (BenchProcess.FreePort(), BenchProcess.FreePort());
        return StartAsync("Gateway", [], grpc, http, environment, ("ASPNETCORE_URLS", Address(http)), ("GRPC_PORT", $"{grpc}"));
    }

    /// <summary>A baseline: this same program in another role.</summary>
    public static Task<Service> StartBareAsync(string role, IReadOnlyDictionary<string, string> environment)
    {
        var grpc = BenchProcess.FreePort();
        return StartAsync("Benchmarks", [role], grpc, grpc, environment, ("ASPNETCORE_URLS", Address(grpc)));
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _process.DisposeAsync();
    }

    private static async Task<Service> StartAsync(
        string project, string[] arguments, int grpcPort, int readyPort, IReadOnlyDictionary<string, string> environment,
        params (string Name, string Value)[] endpoints)
    {
        var all = new Dictionary<string, string>(environment, StringComparer.Ordinal);
        foreach (var (name, value) in endpoints)
        {
            all[name] = value;
        }
        return new Service(await BenchProcess.StartAsync(project, arguments, all, () => BenchProcess.ListensAsync(readyPort)), grpcPort);
    }

    private static string Address(int port) => $"http://127.0.0.1:{port}";
}
