using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Pipelines.Sockets.Unofficial;

/// <summary>Socket arguments that can be awaited. One operation at a time.</summary>
public class SocketAwaitableEventArgs : SocketAsyncEventArgs, ICriticalNotifyCompletion
{
    private static readonly Action Done = static () => { };
    private readonly PipeScheduler? _scheduler; // null: continue on the thread that completes
    private Action? _continuation;
    private volatile SocketError _abortedWith = SocketError.Success;

    public SocketAwaitableEventArgs(PipeScheduler? ioScheduler = null) =>
        _scheduler = ReferenceEquals(ioScheduler, PipeScheduler.Inline) ? null : ioScheduler;

    public bool IsCompleted => ReferenceEquals(Volatile.Read(ref _continuation), Done);

    public SocketAwaitableEventArgs GetAwaiter() => this;

    /// <returns>Bytes transferred.</returns>
    /// <exception cref="SocketException">The operation failed or was aborted.</exception>
    public int GetResult()
    {
        Volatile.Write(ref _continuation, null);
        var error = _abortedWith != SocketError.Success ? _abortedWith : SocketError;
        return error == SocketError.Success ? BytesTransferred : throw new SocketException((int)error);
    }

    /// <summary>Tells the awaiter that the operation ended, also when it ended at once.</summary>
    public void Complete()
    {
        var continuation = Interlocked.Exchange(ref _continuation, Done);
        if (continuation is null || ReferenceEquals(continuation, Done))
        {
            return;
        }
        if (_scheduler is null)
        {
            continuation();
        }
        else
        {
            _scheduler.Schedule(Invoke, continuation);
        }
    }

    public void Abort(SocketError error = SocketError.OperationAborted)
    {
        if (error == SocketError.Success)
        {
            throw new ArgumentException("An error is needed.", nameof(error));
        }
        _abortedWith = error;
        Complete();
    }

    public void OnCompleted(Action continuation)
    {
        if (ReferenceEquals(Interlocked.CompareExchange(ref _continuation, continuation, null), Done))
        {
            (_scheduler ?? PipeScheduler.ThreadPool).Schedule(Invoke, continuation);
        }
    }

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

    protected override void OnCompleted(SocketAsyncEventArgs e) => Complete();

    private static void Invoke(object? continuation) => ((Action)continuation!)();
}
