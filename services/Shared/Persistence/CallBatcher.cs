using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;

namespace Wenye.Persistence;

/// <summary>Does for many waiting calls in one go what each would do alone (合并处理): one round trip, one commit, one flush for all.</summary>
/// <remarks>
/// Nothing waits for company: a lone item is done at once, and while that goes on others gather and make the next batch.
/// Calls that can run at that moment run first, so that on a busy processor what they hand in shares the batch.
/// The larger a batch, the less each item costs, so a further worker joins only when many wait: a quarter of a full batch
/// for each worker there is.
/// A batch that fails is halved until the item at fault fails alone; only when the database is away do all of them fail
/// together. There is no thread of its own: a worker runs while items wait, so that a host that lets its calls finish has
/// done everything.
/// </remarks>
/// <typeparam name="TItem">What a call hands in.</typeparam>
/// <typeparam name="TResult">What it gets back.</typeparam>
/// <param name="name">Names the batches in traces.</param>
/// <param name="work">Does it for all items and gives a result for each, in their order. It writes in one transaction, so that it may be tried again in halves.</param>
/// <param name="options">Sizes.</param>
public sealed class CallBatcher<TItem, TResult>(
    string name, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> work, CallBatcherOptions options)
{
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(options.MostWaiting);
    private int workers;

    /// <summary>Hands an item in and waits until it is done (处理).</summary>
    /// <param name="item">It is read from another thread.</param>
    /// <param name="cancellation">Ends the wait, also for a place in the queue; an item whose batch has begun is done all the same.</param>
    /// <exception cref="Exception">Whatever <c>work</c> threw for this item alone, or for the batch when the database is away.</exception>
    public async Task<TResult> RunAsync(TItem item, CancellationToken cancellation)
    {
        var mine = new Waiting(item, Activity.Current, cancellation);
        await queue.Writer.WriteAsync(mine, cancellation);
        StartWorker();
        return await mine.Done.Task.WaitAsync(cancellation);
    }

    private void StartWorker()
    {
        for (var running = Volatile.Read(ref workers); IsWorthAnother(running); running = Volatile.Read(ref workers))
        {
            if (Interlocked.CompareExchange(ref workers, running + 1, running) == running)
            {
                // Without the caller's execution context: the batch belongs to all of its callers.
                ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.WorkWhileItemsWaitAsync(), this, preferLocal: false);
                return;
            }
        }
    }

    private bool IsWorthAnother(int running) =>
        running == 0 || (running < options.Workers && queue.Reader.Count >= running * options.MostAtOnce / 4);

    private async Task WorkWhileItemsWaitAsync()
    {
        while (await TakeAsync() is { Count: > 0 } batch)
        {
            using var activity = CallBatcherTrace.Start(name, batch.Select(waiting => waiting.Call));
            await WorkAsync(batch);
        }

        Interlocked.Decrement(ref workers);

        // An item that came between the last look and the decrement found a worker busy.
        if (queue.Reader.Count > 0)
        {
            StartWorker();
        }
    }

    private async ValueTask<ArraySegment<Waiting>> TakeAsync()
    {
        // A yield costs next to nothing when nobody else can run, and then it is the only one.
        for (var gathered = 0; queue.Reader.Count is var waiting && waiting > gathered && waiting < options.MostAtOnce; gathered = waiting)
        {
            await Task.Yield();
        }

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

    private async Task WorkAsync(ArraySegment<Waiting> batch)
    {
        try
        {
            var results = await work([.. batch.Select(waiting => waiting.Item)]);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Done.SetResult(results[i]);
            }
        }
        catch (Exception fault) when (batch.Count > 1 && !IsOutage(fault))
        {
            await WorkAsync(batch[..(batch.Count / 2)]);
            await WorkAsync(batch[(batch.Count / 2)..]);
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

/// <summary>Sizes of a <see cref="CallBatcher{TItem, TResult}"/> (合并处理参数).</summary>
/// <param name="Workers">Batches done at once, at most, each on a connection of its own.</param>
/// <param name="MostAtOnce">Items in a batch, at most.</param>
/// <param name="MostWaiting">Items that wait, at most; further callers wait for a place.</param>
public sealed record CallBatcherOptions(int Workers = 2, int MostAtOnce = 256, int MostWaiting = 4096);

/// <summary>A batch in the traces of its calls (合并处理的追踪).</summary>
internal static class CallBatcherTrace
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
