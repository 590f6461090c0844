using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Wenye.Rpc.Tests;

/// <summary>Interceptors on the client and on the server.</summary>
public sealed class InterceptorTests(EchoServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_interceptor_sees_the_call_first()
    {
        var seen = new List<string>();
        var client = new Echo.EchoClient(server.Channel.Intercept(new Recorder("a", seen), new Recorder("b", seen)));

        await client.SayAsync(new Words { Text = "x" }, cancellationToken: Ct);

        seen.ShouldBe(["a Say", "b Say"]);
    }

    [Fact]
    public async Task Each_type_of_call_passes_through()
    {
        var seen = new List<string>();
        var client = new Echo.EchoClient(server.Channel.Intercept(new Recorder("a", seen)));

        client.Say(new Words { Text = "x" }, cancellationToken: Ct);
        using (var spell = client.Spell(new Words { Text = "x" }, cancellationToken: Ct))
        {
            (await spell.ResponseStream.MoveNext(Ct)).ShouldBeTrue();
        }

        using (var join = client.Join(cancellationToken: Ct))
        {
            await join.RequestStream.CompleteAsync();
            await join;
        }

        using (var chat = client.Chat(cancellationToken: Ct))
        {
            await chat.RequestStream.CompleteAsync();
            (await chat.ResponseStream.MoveNext(Ct)).ShouldBeFalse();
        }

        seen.ShouldBe(["a Say", "a Spell", "a Join", "a Chat"]);
    }

    [Fact]
    public async Task A_function_can_add_headers_and_a_server_interceptor_reads_them()
    {
        var client = new Echo.EchoClient(server.Channel.Intercept(headers =>
        {
            headers.Add("x-suffix", "+suffix");
            headers.Add("x-mark", "+mark");
            return headers;
        }));

        (await client.SayAsync(new Words { Text = "x" }, cancellationToken: Ct)).Text.ShouldBe("x+suffix+mark");
    }

    private sealed class Recorder(string name, List<string> seen) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Record(context));

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Record(context));

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Record(context));

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(Record(context));

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(Record(context));

        private ClientInterceptorContext<TRequest, TResponse> Record<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
            where TRequest : class
            where TResponse : class
        {
            seen.Add($"{name} {context.Method.Name}");
            return context;
        }
    }
}
