using System.IO.Pipelines;

namespace Pipelines.Sockets.Unofficial;

/// <summary>A few worker threads of its own, so that replies are read even when the thread pool is busy; a long queue spills to the pool.</summary>
public sealed class DedicatedThreadPoolPipeScheduler : PipeScheduler, IDisposable
{
    private readonly Queue<(Action<object?> Action, object? State)> _queue = new();
    private readonly int _spillAt;
    private readonly string _name;
    private bool _disposed;
    private int _waiting;
    private long _servicedByQueue;
    private long _servicedByPool;

    public DedicatedThreadPoolPipeScheduler(
        string? name = null, int workerCount = 5, int useThreadPoolQueueLength = 10, ThreadPriority priority = ThreadPriority.Normal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workerCount);
        _name = string.IsNullOrWhiteSpace(name) ? nameof(DedicatedThreadPoolPipeScheduler) : name.Trim();
        _spillAt = useThreadPoolQueueLength;
        WorkerCount = workerCount;
        for (var i = 0; i < workerCount; i++)
        {
            new Thread(Work) { IsBackground = true, Priority = priority, Name = $"{_name}:{i}" }.Start();
        }
    }

    public int WorkerCount { get; }

    /// <summary>Workers that wait for something to do.</summary>
    public int AvailableCount => Volatile.Read(ref _waiting);

    public long TotalServicedByQueue => Interlocked.Read(ref _servicedByQueue);

    public long TotalServicedByPool => Interlocked.Read(ref _servicedByPool);

    public override void Schedule(Action<object?> action, object? state)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (!TryEnqueue(action, state))
        {
            Interlocked.Increment(ref _servicedByPool);
            System.Threading.ThreadPool.UnsafeQueueUserWorkItem(action, state, preferLocal: false);
        }
    }

    public override string ToString() => _name;

    /// <summary>Workers finish what is queued and end; what is scheduled later goes to the thread pool.</summary>
    public void Dispose()
    {
        lock (_queue)
        {
            _disposed = true;
            Monitor.PulseAll(_queue);
        }
    }

    private bool TryEnqueue(Action<object?> action, object? state)
    {
        lock (_queue)
        {
            if (_disposed || WorkerCount == 0 || _queue.Count >= _spillAt)
            {
                return false;
            }
            _queue.Enqueue((action, state));
            Monitor.Pulse(_queue);
            return true;
        }
    }

    private void Work()
    {
        while (TryDequeue(out var item))
        {
            Interlocked.Increment(ref _servicedByQueue);
            try
            {
                item.Action(item.State);
            }
            catch (Exception e)
            {
                // The thread serves other connections too; whoever scheduled the action answers for its failures.
                System.Diagnostics.Trace.TraceError(e.ToString());
            }
        }
    }

    private bool TryDequeue(out (Action<object?> Action, object? State) item)
    {
        lock (_queue)
        {
            _waiting++;
            while (_queue.Count == 0 && !_disposed)
            {
                Monitor.Wait(_queue);
            }
            _waiting--;
            return _queue.TryDequeue(out item);
        }
    }
}
