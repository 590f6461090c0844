using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>How many imports a process takes at once (同时导入数): each holds some megabytes and a connection.</summary>
public sealed class OpenImports : IDisposable
{
    private const int Most = 4;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim places = new(Most);

    /// <summary>Takes a place, given back when disposed.</summary>
    /// <exception cref="Grpc.Core.RpcException">RESOURCE_EXHAUSTED when all are taken.</exception>
    public IDisposable Enter() => places.Wait(0)
        ? new Place(places)
        : throw RpcErrors.ResourceExhausted("TOO_MANY_IMPORTS", $"本系统同时办理的批量导入已达 {Most} 个，请稍后再试", RetryAfter);

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
