namespace Grpc.Core;

/// <summary>A connection, or a pool of them, to one target.</summary>
public abstract class ChannelBase
{
    /// <summary>Creates the channel of a target.</summary>
    protected ChannelBase(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Target = target;
    }

    /// <summary>What the channel connects to.</summary>
    public string Target { get; }

    /// <summary>An invoker that makes calls over the channel.</summary>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Ends the channel's calls and connections.</summary>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <summary>Ends the channel's calls and connections.</summary>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
