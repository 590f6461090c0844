using System.Security.Cryptography;
using StackExchange.Redis;

namespace Wenye.Polyfills.Tests;

/// <summary>The true StackExchange.Redis over our pipes, against a real server.</summary>
public sealed class RedisTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // A handler that fails after it ran takes the process down: StackExchange.Redis calls it on a thread of the pool.
    [Fact]
    public async Task Handlers_of_messages_and_of_events_end_well()
    {
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        void Note(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs thrown)
        {
            if (thrown.Exception is EntryPointNotFoundException)
            {
                failures.Enqueue(thrown.Exception);
            }
        }

        AppDomain.CurrentDomain.FirstChanceException += Note;
        await using var server = await RedisServer.StartNewAsync();
        await using (var redis = await ConnectionMultiplexer.ConnectAsync(server.Address))
        {
            using var arrived = new SemaphoreSlim(0);
            var channel = RedisChannel.Literal("handlers");
            await redis.GetSubscriber().SubscribeAsync(channel, (_, _) => arrived.Release());
            redis.ConnectionFailed += (_, _) => arrived.Release();
            for (var i = 0; i < 10; i++)
            {
                await redis.GetSubscriber().PublishAsync(channel, i);
                (await arrived.WaitAsync(Patience, Stop)).ShouldBeTrue();
            }

            await server.KillAsync();
            (await arrived.WaitAsync(Patience, Stop)).ShouldBeTrue();
        }

        AppDomain.CurrentDomain.FirstChanceException -= Note;
        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ten_thousand_calls_pipeline_over_one_connection()
    {
        await using var server = await RedisServer.StartNewAsync();
        await using var redis = await ConnectionMultiplexer.ConnectAsync(server.Address);
        var database = redis.GetDatabase();

        await Task.WhenAll(Enumerable.Range(0, 10_000).Select(i => database.StringSetAsync($"k{i}", i)));
        var values = await Task.WhenAll(Enumerable.Range(0, 10_000).Select(i => database.StringGetAsync($"k{i}")));

        values.Select(value => (int)value).ShouldBe(Enumerable.Range(0, 10_000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_537)]
    [InlineData(20_000_000)]
    public async Task Values_of_any_size_come_back_as_they_went(int size)
    {
        await using var server = await RedisServer.StartNewAsync();
        await using var redis = await ConnectionMultiplexer.ConnectAsync(server.Address);
        var value = RandomNumberGenerator.GetBytes(size);

        await redis.GetDatabase().StringSetAsync("v", value);

        var read = (byte[])(await redis.GetDatabase().StringGetAsync("v"))!;
        read.AsSpan().SequenceEqual(value).ShouldBeTrue(); // Shouldly compares an array element by element
    }

    [Fact]
    public async Task Nested_replies_and_scripts_are_read()
    {
        await using var server = await RedisServer.StartNewAsync();
        await using var redis = await ConnectionMultiplexer.ConnectAsync(server.Address);
        var database = redis.GetDatabase();
        await database.HashSetAsync("h", [.. Enumerable.Range(0, 5_000).Select(i => new HashEntry(i, i * 2))]);
        var id = await database.StreamAddAsync("s", "field", "value");

        (await database.HashGetAllAsync("h")).Select(e => ((int)e.Name, (int)e.Value)).Order()
            .ShouldBe(Enumerable.Range(0, 5_000).Select(i => (i, i * 2)));
        (await database.StreamReadAsync("s", "0")).Single().Id.ShouldBe(id);
        var nested = (RedisResult[])(await database.ScriptEvaluateAsync("return {1, {2, {'three'}}}"))!;
        ((string?)((RedisResult[])((RedisResult[])nested[1]!)[1]!)[0]).ShouldBe("three");
    }

    [Fact]
    public async Task Published_messages_arrive_once_and_in_order()
    {
        await using var server = await RedisServer.StartNewAsync();
        await using var redis = await ConnectionMultiplexer.ConnectAsync(server.Address);
        var channel = RedisChannel.Literal("news");
        var messages = await redis.GetSubscriber().SubscribeAsync(channel);

        for (var i = 0; i < 1_000; i++)
        {
            await redis.GetSubscriber().PublishAsync(channel, i);
        }

        for (var i = 0; i < 1_000; i++)
        {
            ((int)(await messages.ReadAsync(Stop).AsTask().WaitAsync(Patience, Stop)).Message).ShouldBe(i);
        }
        messages.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_killed_server_is_noticed_and_found_again()
    {
        await using var server = await RedisServer.StartNewAsync();
        await using var redis = await ConnectionMultiplexer.ConnectAsync(server.Address);
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        redis.ConnectionFailed += (_, _) => lost.TrySetResult();
        await redis.GetDatabase().StringSetAsync("before", 1);

        await server.KillAsync();
        await lost.Task.WaitAsync(Patience, Stop);
        var waiting = redis.GetDatabase().StringSetAsync("after", 2);
        await server.StartAsync();

        try
        {
            await waiting;
        }
        catch (RedisConnectionException)
        {
            // The backlog waits only for its own timeout. What counts is what comes next.
        }
        await Restored(redis).WaitAsync(Patience, Stop);
        (await redis.GetDatabase().StringSetAsync("after", 3)).ShouldBeTrue();
        ((int)await redis.GetDatabase().StringGetAsync("after")).ShouldBe(3);
    }

    [Fact]
    public async Task An_encrypted_connection_works()
    {
        await using var server = await RedisServer.StartNewAsync(tls: true);
        var options = ConfigurationOptions.Parse(server.Address);
        options.Ssl = true;
        options.CertificateValidation += (_, certificate, _, _) => certificate!.Subject == "CN=localhost";
        await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
        var value = RandomNumberGenerator.GetBytes(1_000_000);

        await redis.GetDatabase().StringSetAsync("v", value);

        var read = (byte[])(await redis.GetDatabase().StringGetAsync("v"))!;
        read.AsSpan().SequenceEqual(value).ShouldBeTrue(); // Shouldly compares an array element by element
    }

    private static async Task Restored(ConnectionMultiplexer redis)
    {
        var restored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        redis.ConnectionRestored += (_, _) => restored.TrySetResult();
        if (!redis.IsConnected)
        {
            await restored.Task;
        }
    }
}
