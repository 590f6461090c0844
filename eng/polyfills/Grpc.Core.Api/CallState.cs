namespace Grpc.Core;

/// <summary>What every call under way answers besides its messages, over functions of the client library.</summary>
internal readonly struct CallState(
    Func<object, Task<Metadata>> responseHeaders,
    Func<object, Status> status,
    Func<object, Metadata> trailers,
    Action<object> dispose,
    object? state)
{
    public Task<Metadata> ResponseHeadersAsync => responseHeaders(state!);

    public Status GetStatus() => status(state!);

    public Metadata GetTrailers() => trailers(state!);

    public void Dispose() => dispose(state!);
}
