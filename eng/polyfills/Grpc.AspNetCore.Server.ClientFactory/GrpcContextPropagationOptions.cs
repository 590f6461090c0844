namespace Grpc.AspNetCore.ClientFactory;

/// <summary>How calls are tied to the server call that makes them.</summary>
public class GrpcContextPropagationOptions
{
    /// <summary>Whether a call made outside of a server call goes out on its own instead of failing.</summary>
    public bool SuppressContextNotFoundErrors { get; set; }
}
