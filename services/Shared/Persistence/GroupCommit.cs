using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;

namespace Wenye.Persistence;

/// <summary>Does for many waiting calls in one go what each would do alone (合并提交): one statement, one commit, one flush for all.</summary>
/// <remarks>
/// Nothing waits for company: a lone item is written at once, and while that goes on others gather and make the next
/// batch. A batch that fails is halved until the item at fault fails alone; only when the database is away do all of them
/// fail together. There is no thread of its own: a writer runs while items wait, so that a host that lets its calls finish
/// has written everything.
/// </remarks>
/// <typeparam name="TItem">What a call hands in.</typeparam>
/// <typeparam name="TResult">What it gets back.</typeparam>
/// <param name="name">Names the batches in traces.</param>
/// <param name="write">Writes the items in one transaction and gives a result for each, in their order; all or nothing.</param>
/// <param name="options">Sizes.</param>
public sealed class GroupCommit<TItem, TResult>(
    string name, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> write, GroupCommitOptions options)
{
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(options.MostWaiting);
    private int writers;

    /// <summary>Hands an item in and waits until it is committed (提交).</summary>
    /// <param name="item">Finished: it may be written from another thread.</param>
    /// <param name="cancellation">Ends the wait, also for a place in the queue; an item whose batch has begun is written all the same.</param>
    /// <exception cref="Exception">Whatever <c>write</c> threw for this item alone, or for the batch when the database is away.</exception>
    public async Task<TResult> WriteAsync(TItem item, CancellationToken cancellation)
    {
        var mine = new Waiting(item, Activity.Current, cancellation);
        await queue.Writer.WriteAsync(mine, cancellation);
        StartWriter();
        return await mine.Done.Task.WaitAsync(cancellation);
    }

    private void StartWriter()
    {
        for (var running = Volatile.Read(ref writers); running < options.Writers; running = Volatile.Read(ref writers))
        {
            if (Interlocked.CompareExchange(ref writers, running + 1, running) == running)
            {
                // Without the caller's execution context: the batch belongs to all of its callers.
                ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.WriteWhatWaitsAsync(), this, preferLocal: false);
                return;
            }
        }
    }

    private async Task WriteWhatWaitsAsync()
    {
        while (Take() is { Count: > 0 } batch)
        {
            using var activity = GroupCommitTrace.Start(name, batch.Select(waiting => waiting.Call));
            await WriteAsync(batch);
        }

        Interlocked.Decrement(ref writers);

        // An item that came between the last look and the decrement found every writer busy.
        if (queue.Reader.Count > 0)
        {
            StartWriter();
        }
    }

    private ArraySegment<Waiting> Take()
    {
        var batch = new List<Waiting>();
        while (batch.Count < options.MostAtOnce && queue.Reader.TryRead(out var next))
        {
            if (!next.Cancellation.IsCancellationRequested)
            {
                batch.Add(next);
            }
        }

        return batch.ToArray();
    }

    private async Task WriteAsync(ArraySegment<Waiting> batch)
    {
        try
        {
            var results = await write([.. batch.Select(waiting => waiting.Item)]);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Done.SetResult(results[i]);
            }
        }
        catch (Exception fault) when (batch.Count > 1 && !IsOutage(fault))
        {
            await WriteAsync(batch[..(batch.Count / 2)]);
            await WriteAsync(batch[(batch.Count / 2)..]);
        }
        catch (Exception fault)
        {
            foreach (var waiting in batch)
            {
                waiting.Done.SetException(fault);
            }
        }
    }

    // Deadlocks and serialization failures are transient too, but are the items' doing and not the database's.
    private static bool IsOutage(Exception fault) =>
        TransientFault.Is(fault) && fault is not PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    private sealed record Waiting(TItem Item, Activity? Call, CancellationToken Cancellation)
    {
        public TaskCompletionSource<TResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>Sizes of a <see cref="GroupCommit{TItem, TResult}"/> (合并提交参数).</summary>
/// <param name="Writers">Batches written at once, each on a connection of its own.</param>
/// <param name="MostAtOnce">Items in a batch, at most.</param>
/// <param name="MostWaiting">Items that wait, at most; further callers wait for a place.</param>
public sealed record GroupCommitOptions(int Writers = 2, int MostAtOnce = 256, int MostWaiting = 4096);

/// <summary>A batch in the traces of its calls (合并提交的追踪).</summary>
internal static class GroupCommitTrace
{
    private static readonly ActivitySource Source = new(OutboxTelemetry.Name);

    /// <summary>A span under the first call; the others are linked with it both ways. Null when nobody listens.</summary>
    public static Activity? Start(string name, IEnumerable<Activity?> calls)
    {
        if (!Source.HasListeners() || calls.OfType<Activity>().ToList() is not [var first, .. var others])
        {
            return null;
        }

        var batch = Source.StartActivity(name, ActivityKind.Internal, first.Context, links: others.Select(call => new ActivityLink(call.Context)));
        if (batch is not null)
        {
            others.ForEach(call => call.AddLink(new ActivityLink(batch.Context)));
        }

        return batch;
    }
}
