using Grpc.Core;

namespace Wenye.Rpc.Tests;

/// <summary>The four types of calls, headers, trailers, deadlines and cancellation.</summary>
public sealed class CallTests(EchoServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unary_call_answers_with_headers_trailers_and_status()
    {
        using var call = server.Client.SayAsync(new Words { Text = "你好" }, cancellationToken: Ct);

        (await call.ResponseAsync).Text.ShouldBe("你好");
        (await call.ResponseHeadersAsync).GetValue("x-said").ShouldBe("yes");
        call.GetStatus().ShouldBe(Status.DefaultSuccess);
        call.GetTrailers().GetValue("x-length").ShouldBe("2");
        call.GetTrailers().GetValueBytes("x-raw-bin").ShouldBe([0, 255, 128]);
    }

    [Fact]
    public void A_blocking_call_answers() =>
        server.Client.Say(new Words { Text = "a" }, cancellationToken: Ct).Text.ShouldBe("a");

    [Fact]
    public async Task A_server_stream_can_be_enumerated()
    {
        using var call = server.Client.Spell(new Words { Text = "a b c" }, cancellationToken: Ct);

        var words = await call.ResponseStream.ReadAllAsync(Ct).Select(word => word.Text).ToListAsync(Ct);

        words.ShouldBe(["a", "b", "c"]);
        call.GetTrailers().GetValue("x-handler").ShouldBe("server-streaming");
    }

    [Fact]
    public async Task A_client_stream_is_answered_when_it_completes()
    {
        using var call = server.Client.Join(cancellationToken: Ct);
        await call.RequestStream.WriteAsync(new Words { Text = "a" }, Ct);
        await call.RequestStream.WriteAsync(new Words { Text = "b" }, Ct);
        await call.RequestStream.CompleteAsync();

        (await call).Text.ShouldBe("a b");
        call.GetTrailers().GetValue("x-handler").ShouldBe("client-streaming");
    }

    [Fact]
    public async Task A_duplex_stream_answers_each_message_before_the_next_is_sent()
    {
        using var call = server.Client.Chat(cancellationToken: Ct);
        foreach (var text in new[] { "a", "b" })
        {
            await call.RequestStream.WriteAsync(new Words { Text = text }, Ct);
            (await call.ResponseStream.MoveNext(Ct)).ShouldBeTrue();
            call.ResponseStream.Current.Text.ShouldBe(text + "!");
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        call.GetTrailers().GetValue("x-handler").ShouldBe("duplex-streaming");
    }

    [Fact]
    public async Task A_deadline_reaches_the_server_and_ends_the_call()
    {
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(300);

        var failure = await Should.ThrowAsync<RpcException>(
            async () => await server.Client.WaitAsync(new Words { Text = "deadline" }, deadline: deadline, cancellationToken: Ct));

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await server.Observed("deadline").Cancelled.WaitAsync(Ct);
    }

    [Fact]
    public async Task Cancelling_reaches_the_server()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        using var call = server.Client.WaitAsync(new Words { Text = "cancel" }, cancellationToken: source.Token);
        var told = await server.Observed("cancel").Started.WaitAsync(Ct);

        await source.CancelAsync();

        told.ShouldBe(DateTime.MaxValue);
        (await Should.ThrowAsync<RpcException>(call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await server.Observed("cancel").Cancelled.WaitAsync(Ct);
    }

    [Fact]
    public async Task Disposing_a_call_cancels_it()
    {
        var call = server.Client.WaitAsync(new Words { Text = "dispose" }, cancellationToken: Ct);
        await server.Observed("dispose").Started.WaitAsync(Ct);

        call.Dispose();

        await server.Observed("dispose").Cancelled.WaitAsync(Ct);
    }

    [Fact]
    public async Task A_host_of_its_own_is_sent_as_authority() =>
        (await server.Client.WithHost("other.example").SayAsync(new Words { Text = "a" }, cancellationToken: Ct)).Text.ShouldBe("a");

    [Fact]
    public void A_client_without_a_channel_says_so() =>
        Should.Throw<Exception>(() => new UnconnectedClient().Say(new Words(), cancellationToken: Ct));

    private sealed class UnconnectedClient : Echo.EchoClient;
}
