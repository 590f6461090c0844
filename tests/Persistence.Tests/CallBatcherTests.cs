using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Wenye.Testing;

namespace Wenye.Persistence.Tests;

/// <summary>What calls ask for at the same moment is done together, and none suffers for another.</summary>
public sealed class CallBatcherTests(TestServers servers)
{
    private static readonly CallBatcherOptions OneWorker = new(Workers: 1);
    private readonly ConcurrentQueue<int[]> batches = [];
    private readonly TaskCompletionSource firstMayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lone_item_is_written_at_once_and_what_comes_meanwhile_together()
    {
        var batcher = Batcher(OneWorker);

        var calls = await BehindTheFirstAsync(batcher, Enumerable.Range(2, 99));
        firstMayEnd.SetResult();

        (await Task.WhenAll(calls)).ShouldBe(Enumerable.Range(1, 100).Select(item => item * 10));
        batches.Select(batch => batch.Length).ShouldBe([1, 99]);
    }

    [Fact]
    public async Task A_batch_has_a_limit_and_writers_work_side_by_side()
    {
        var batcher = Batcher(new CallBatcherOptions(Workers: 2, MostAtOnce: 10));

        var calls = await BehindTheFirstAsync(batcher, Enumerable.Range(2, 40));
        await Task.WhenAll(calls[1..]); // The second worker does them while the first is still held up.
        firstMayEnd.SetResult();
        await calls[0];

        batches.Max(batch => batch.Length).ShouldBeLessThanOrEqualTo(10);
        batches.Sum(batch => batch.Length).ShouldBe(41);
    }

    [Fact]
    public async Task An_item_at_fault_fails_alone()
    {
        var batcher = Batcher(OneWorker, poison: 33);

        var calls = await BehindTheFirstAsync(batcher, Enumerable.Range(2, 99));
        firstMayEnd.SetResult();

        (await Should.ThrowAsync<FormatException>(() => calls[32])).Message.ShouldBe("33");
        (await Task.WhenAll(calls.Where((_, i) => i != 32))).Length.ShouldBe(99);
    }

    [Fact]
    public async Task A_full_queue_makes_callers_wait_and_a_caller_may_give_up()
    {
        var batcher = Batcher(new CallBatcherOptions(Workers: 1, MostWaiting: 2));
        var calls = await BehindTheFirstAsync(batcher, [2, 3]);
        using var patience = new CancellationTokenSource();

        var fourth = batcher.RunAsync(4, patience.Token);
        fourth.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => fourth);
        firstMayEnd.SetResult();

        (await Task.WhenAll(calls)).ShouldBe([10, 20, 30]);
        batches.SelectMany(batch => batch).ShouldNotContain(4);
    }

    [Fact]
    public async Task An_item_given_up_before_its_batch_began_is_not_written()
    {
        var batcher = Batcher(OneWorker);
        var calls = await BehindTheFirstAsync(batcher, [2]);
        using var patience = new CancellationTokenSource();
        var third = batcher.RunAsync(3, patience.Token);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => third);
        firstMayEnd.SetResult();

        await Task.WhenAll(calls);
        (await batcher.RunAsync(4, Cancellation)).ShouldBe(40);
        batches.SelectMany(batch => batch).ShouldBe([1, 2, 4]);
    }

    [Fact]
    public async Task With_the_database_away_all_fail_together_and_later_ones_go_on()
    {
        var database = new NpgsqlConnectionStringBuilder((await servers.CreateDatabaseAsync(Cancellation)).ConnectionString);
        await using var link = new BrokenLink(database.Host!, database.Port);
        (database.Host, database.Port) = ("127.0.0.1", link.Port);
        await using var source = NpgsqlDataSource.Create(database);
        var attempts = 0;
        var batcher = new CallBatcher<int, int>("test", async items =>
        {
            Interlocked.Increment(ref attempts);
            await using var command = source.CreateCommand("select count(*)::int from unnest($1)");
            command.Parameters.AddWithValue(items.ToArray());
            var count = (int)(await command.ExecuteScalarAsync(Cancellation))!;
            return [.. items.Select(_ => count)];
        }, OneWorker);
        (await batcher.RunAsync(1, Cancellation)).ShouldBe(1);

        link.Cut();
        var lost = await Task.WhenAll(Enumerable.Range(1, 50).Select(item => Record.ExceptionAsync(() => batcher.RunAsync(item, Cancellation)).AsTask()));
        link.Restore();

        lost.ShouldAllBe(fault => TransientFault.Is(fault));
        attempts.ShouldBeLessThan(50);
        await Eventually.IsTrueAsync(async () => await Record.ExceptionAsync(() => batcher.RunAsync(2, Cancellation)) is null);
    }

    [Fact]
    public async Task A_batch_is_in_the_trace_of_its_first_call_and_linked_with_the_others()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "CallBatcherTests" or "Wenye.Persistence",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("CallBatcherTests");
        var batcher = Batcher(OneWorker, name: "traced batch");
        var calls = await BehindTheFirstAsync(batcher, []);
        var callers = Enumerable.Range(2, 3).Select(item =>
        {
            using var call = source.StartActivity("call", ActivityKind.Server, parentContext: default)!;
            calls.Add(batcher.RunAsync(item, Cancellation));
            return call;
        }).ToList();
        firstMayEnd.SetResult();
        await Task.WhenAll(calls);

        Activity? batch = null;
        await Eventually.IsTrueAsync(() => (batch = ended.FirstOrDefault(activity => activity.ParentSpanId == callers[0].SpanId)) is not null);
        batch!.OperationName.ShouldBe("traced batch");
        batch.TraceId.ShouldBe(callers[0].TraceId);
        batch.Links.Select(link => link.Context.SpanId).ShouldBe(callers[1..].Select(call => call.SpanId));
        callers[1..].ShouldAllBe(call => call.Links.Single().Context.SpanId == batch.SpanId);
    }

    // Item 1 is held up in its batch; the others wait behind it when this returns.
    private async Task<List<Task<int>>> BehindTheFirstAsync(CallBatcher<int, int> batcher, IEnumerable<int> others)
    {
        var calls = new List<Task<int>> { batcher.RunAsync(1, Cancellation) };
        await Eventually.IsTrueAsync(() => !batches.IsEmpty);
        calls.AddRange(others.Select(item => batcher.RunAsync(item, Cancellation)));
        return calls;
    }

    private CallBatcher<int, int> Batcher(CallBatcherOptions options, int poison = 0, string name = "test") => new(
        name,
        async items =>
        {
            batches.Enqueue([.. items]);
            if (items.Contains(1))
            {
                await firstMayEnd.Task;
            }

            return items.Contains(poison) ? throw new FormatException($"{poison}") : [.. items.Select(item => item * 10)];
        },
        options);
}
