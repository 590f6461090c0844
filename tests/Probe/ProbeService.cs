using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.Sockets;
using Grpc.Core;
using Wenye.Probe.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Probe;

/// <summary>What the probe noticed while it was called.</summary>
public sealed class ProbeJournal
{
    /// <summary>Calls of Hold by name: completed when the call is inside, cancelled when the service saw it end.</summary>
    public ConcurrentDictionary<string, (TaskCompletionSource Entered, TaskCompletionSource Ended)> Held { get; } = [];

    /// <summary>How many messages of a client stream arrived.</summary>
    public int Received => _received;

    private int _received;

    public void Receive() => Interlocked.Increment(ref _received);

    public (TaskCompletionSource Entered, TaskCompletionSource Ended) Of(string name) => Held.GetOrAdd(name, _ => (
        new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously),
        new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
}

public sealed class ProbeServiceImpl(ProbeJournal journal, TimeProvider time) : ProbeService.ProbeServiceBase
{
    public override Task<EchoResponse> Echo(EchoRequest request, ServerCallContext context)
    {
        var caller = Caller.From(context);
        context.ResponseTrailers.Add("probe-trailer", "said");
        context.ResponseTrailers.Add("probe-trailer-bin", [0, 1, 254, 255]);
        return Task.FromResult(new EchoResponse
        {
            Text = request.Text,
            Agency = caller.Agency,
            Division = caller.Division,
            DeadlineMs = (long)(context.Deadline - time.GetUtcNow().UtcDateTime).TotalMilliseconds,
        });
    }

    public override Task<FailResponse> Fail(FailRequest request, ServerCallContext context) => request.Kind switch
    {
        "fields" => throw RpcErrors.InvalidArgument([new("AAC002", "请填写社会保障号码。"), new("AAC003", "请填写姓名。")]),
        "unforeseen" => throw new InvalidOperationException("secret 370102199001011234"),
        "unknown" => throw new RpcException(new Status(StatusCode.Unknown, "secret")),
        "timeout" => throw new TimeoutException("secret"),
        "socket" => throw new InvalidOperationException("outer", new SocketException(111)),
        "database" => throw new DatabaseFault(transient: true, "57P01"),
        "conflict" => throw new InvalidOperationException("outer", new DatabaseFault(transient: true, "40001")),
        "constraint" => throw new DatabaseFault(transient: false, "23502"),
        _ => Task.FromResult(new FailResponse()),
    };

    public override async Task<HoldResponse> Hold(HoldRequest request, ServerCallContext context)
    {
        var (entered, ended) = journal.Of(request.Name);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.CancellationToken.Register(cancelled.SetResult);
        entered.TrySetResult();
        await cancelled.Task;
        ended.TrySetResult();
        context.CancellationToken.ThrowIfCancellationRequested();
        return new HoldResponse();
    }

    public override async Task Count(CountRequest request, IServerStreamWriter<CountResponse> responseStream, ServerCallContext context)
    {
        for (var number = 1; number <= request.To; number++)
            await responseStream.WriteAsync(new CountResponse { Number = number }, context.CancellationToken);
        context.ResponseTrailers.Add("probe-trailer", "counted");
    }

    public override async Task<SumResponse> Sum(IAsyncStreamReader<SumRequest> requestStream, ServerCallContext context)
    {
        long sum = 0;
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            sum += requestStream.Current.Number;
            journal.Receive();
        }

        return new SumResponse { Sum = sum };
    }

    public override async Task Chat(
        IAsyncStreamReader<ChatRequest> requestStream, IServerStreamWriter<ChatResponse> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
            await responseStream.WriteAsync(new ChatResponse { Text = requestStream.Current.Text }, context.CancellationToken);
        throw RpcErrors.FailedPrecondition("CHAT_OVER", "会话已结束。");
    }

    public override Task<ReviewResponse> Review(ReviewRequest request, ServerCallContext context) =>
        Task.FromResult(new ReviewResponse());

    public override Task<ForgottenResponse> Forgotten(ForgottenRequest request, ServerCallContext context) =>
        Task.FromResult(new ForgottenResponse());

    private sealed class DatabaseFault(bool transient, string state) : DbException("secret")
    {
        public override bool IsTransient => transient;

        public override string SqlState => state;
    }
}
