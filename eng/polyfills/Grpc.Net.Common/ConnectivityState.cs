namespace Grpc.Core;

/// <summary>The state of a channel's connection.</summary>
public enum ConnectivityState
{
    /// <summary>No connection is wanted.</summary>
    Idle,

    /// <summary>A connection is being made.</summary>
    Connecting,

    /// <summary>Calls can be sent.</summary>
    Ready,

    /// <summary>The connection failed and will be tried again.</summary>
    TransientFailure,

    /// <summary>The channel is closed.</summary>
    Shutdown,
}
