using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Wenye.Rpc.Tests;

/// <summary>What the server saw, by the text of the call.</summary>
public sealed class Observed
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<DateTime>> _started = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _cancelled = new();

    /// <summary>Done when a Wait call has started; its result is the deadline that the server was told.</summary>
    public TaskCompletionSource<DateTime> Started(string text) =>
        _started.GetOrAdd(text, _ => new TaskCompletionSource<DateTime>(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Done when a Wait call was cancelled on the server.</summary>
    public TaskCompletionSource Cancelled(string text) =>
        _cancelled.GetOrAdd(text, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}

public sealed class EchoService(Observed observed, Echo.EchoClient self) : Echo.EchoBase
{
    public override async Task<Words> Say(Words request, ServerCallContext context)
    {
        await context.WriteResponseHeadersAsync(new Metadata { { "x-said", "yes" } });
        context.ResponseTrailers.Add("x-length", request.Text.Length.ToString());
        context.ResponseTrailers.Add("x-raw-bin", [0, 255, 128]);
        context.UserState.TryGetValue("mark", out var mark);
        var suffix = context.RequestHeaders.GetValue("x-suffix") + context.RequestHeaders.GetValue("authorization") + mark;
        return new Words { Text = request.Text + suffix };
    }

    public override async Task Spell(Words request, IServerStreamWriter<Words> responseStream, ServerCallContext context)
    {
        foreach (var word in request.Text.Split(' '))
        {
            await responseStream.WriteAsync(new Words { Text = word }, context.CancellationToken);
        }
    }

    public override async Task<Words> Join(IAsyncStreamReader<Words> requestStream, ServerCallContext context)
    {
        var texts = new List<string>();
        await foreach (var words in requestStream.ReadAllAsync(context.CancellationToken))
        {
            texts.Add(words.Text);
        }

        return new Words { Text = string.Join(' ', texts) };
    }

    public override async Task Chat(IAsyncStreamReader<Words> requestStream, IServerStreamWriter<Words> responseStream, ServerCallContext context)
    {
        await foreach (var words in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await responseStream.WriteAsync(new Words { Text = $"{words.Text}!" }, context.CancellationToken);
        }
    }

    public override async Task<Words> Wait(Words request, ServerCallContext context)
    {
        var cancelled = observed.Cancelled(request.Text);
        await using var end = context.CancellationToken.Register(() => cancelled.TrySetResult());
        observed.Started(request.Text).TrySetResult(context.Deadline);
        await cancelled.Task;
        return request;
    }

    // No token and no deadline is handed on here: the factory's client does that.
    public override async Task<Words> Relay(Words request, ServerCallContext context) => await self.WaitAsync(request, cancellationToken: CancellationToken.None);

    public override Task<Words> Fail(Words request, ServerCallContext context) => throw new Google.Rpc.Status
    {
        Code = (int)Code.InvalidArgument,
        Message = "fields are wrong",
        Details =
        {
            Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "AAC002", Description = request.Text } } }),
            Any.Pack(new ErrorInfo { Reason = "FIELDS_INVALID", Domain = "wenye", Metadata = { ["count"] = "1" } }),
        },
    }.ToRpcException();
}

public static class EchoServerObservations
{
    /// <summary>What the server saw of the Wait calls of a text.</summary>
    public static (Task<DateTime> Started, Task Cancelled) Observed(this EchoServer server, string text)
    {
        var observed = (Observed)server.Services.GetService(typeof(Observed))!;
        return (observed.Started(text).Task, observed.Cancelled(text).Task);
    }
}
