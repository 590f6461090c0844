namespace Grpc.Core;

/// <summary>The call that a service handles.</summary>
public abstract class ServerCallContext
{
    private Dictionary<object, object>? _userState;

    /// <summary>The path of the method: <c>/service/method</c>.</summary>
    public string Method => MethodCore;

    /// <summary>The host the client called.</summary>
    public string Host => HostCore;

    /// <summary>The address of the peer.</summary>
    public string Peer => PeerCore;

    /// <summary>When the client gives up, in UTC; <see cref="DateTime.MaxValue" /> if never.</summary>
    public DateTime Deadline => DeadlineCore;

    /// <summary>The headers the client sent.</summary>
    public Metadata RequestHeaders => RequestHeadersCore;

    /// <summary>Cancelled when the client cancels, gives up or is gone.</summary>
    public CancellationToken CancellationToken => CancellationTokenCore;

    /// <summary>Trailers to send at the end.</summary>
    public Metadata ResponseTrailers => ResponseTrailersCore;

    /// <summary>The outcome to send, unless an exception says otherwise.</summary>
    public Status Status
    {
        get => StatusCore;
        set => StatusCore = value;
    }

    /// <summary>Options of written messages.</summary>
    public WriteOptions? WriteOptions
    {
        get => WriteOptionsCore;
        set => WriteOptionsCore = value;
    }

    /// <summary>What the transport knows of the peer.</summary>
    public AuthContext AuthContext => AuthContextCore;

    /// <summary>A place for interceptors to leave things for the handler.</summary>
    public IDictionary<object, object> UserState => UserStateCore;

    /// <summary>The method of the call.</summary>
    protected abstract string MethodCore { get; }

    /// <summary>The host of the call.</summary>
    protected abstract string HostCore { get; }

    /// <summary>The peer of the call.</summary>
    protected abstract string PeerCore { get; }

    /// <summary>The deadline of the call.</summary>
    protected abstract DateTime DeadlineCore { get; }

    /// <summary>The headers of the request.</summary>
    protected abstract Metadata RequestHeadersCore { get; }

    /// <summary>The token of the call.</summary>
    protected abstract CancellationToken CancellationTokenCore { get; }

    /// <summary>The trailers of the response.</summary>
    protected abstract Metadata ResponseTrailersCore { get; }

    /// <summary>The outcome.</summary>
    protected abstract Status StatusCore { get; set; }

    /// <summary>Options of written messages.</summary>
    protected abstract WriteOptions? WriteOptionsCore { get; set; }

    /// <summary>What the transport knows of the peer.</summary>
    protected abstract AuthContext AuthContextCore { get; }

    /// <summary>The place for interceptors; made when first asked for.</summary>
    protected virtual IDictionary<object, object> UserStateCore => _userState ??= [];

    /// <summary>Sends the response headers before the first message; at most once.</summary>
    public Task WriteResponseHeadersAsync(Metadata responseHeaders) => WriteResponseHeadersAsyncCore(responseHeaders);

    /// <summary>A token that ties client calls to this one, where the server supports it.</summary>
    public ContextPropagationToken CreatePropagationToken(ContextPropagationOptions? options = null) => CreatePropagationTokenCore(options);

    /// <summary>Sends the response headers.</summary>
    protected abstract Task WriteResponseHeadersAsyncCore(Metadata responseHeaders);

    /// <summary>Makes the propagation token.</summary>
    protected abstract ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options);
}
