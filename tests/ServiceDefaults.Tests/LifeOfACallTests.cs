using Grpc.Core;
using Grpc.Net.Client;
using Wenye.Probe;
using Wenye.Probe.V1;

namespace Wenye.ServiceDefaults.Tests;

/// <summary>Deadlines, cancellation, lost connections and graceful stop.</summary>
public sealed class LifeOfACallTests(ProbeFixture probe)
{
    private Metadata Headers => Calls.Bearer(probe.Issuer.Token());

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_without_a_deadline_gets_one()
    {
        var answer = await probe.Client.EchoAsync(new EchoRequest(), Headers, cancellationToken: Test);

        answer.DeadlineMs.ShouldBeInRange(1, 30_000);
    }

    [Fact]
    public async Task The_callers_own_deadline_stands()
    {
        var answer = await probe.Client.EchoAsync(
            new EchoRequest(), Headers, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(10), Test);

        answer.DeadlineMs.ShouldBeInRange(31_000, 600_000);
    }

    [Fact]
    public async Task A_call_whose_time_is_up_ends_at_the_service()
    {
        await using var host = await ProbeHost.StartAsync(probe.Issuer.Authority, "--Grpc:DefaultDeadline=00:00:00.3");

        var error = await Calls.ErrorOf(new ProbeService.ProbeServiceClient(host.Channel)
            .HoldAsync(new HoldRequest { Name = "late" }, Headers, cancellationToken: Test));

        error.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await host.Journal.Of("late").Ended.Task.WaitAsync(Test);
    }

    [Fact]
    public async Task A_cancelled_call_ends_at_the_service()
    {
        using var cancel = new CancellationTokenSource();
        var call = probe.Client.HoldAsync(new HoldRequest { Name = "cancelled" }, Headers, cancellationToken: cancel.Token);
        await probe.Host.Journal.Of("cancelled").Entered.Task.WaitAsync(Test);

        await cancel.CancelAsync();

        (await Calls.ErrorOf(call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await probe.Host.Journal.Of("cancelled").Ended.Task.WaitAsync(Test);
    }

    [Fact]
    public async Task A_call_whose_connection_drops_ends_at_the_service()
    {
        var connection = new SocketsHttpHandler();
        using var channel = GrpcChannel.ForAddress(probe.Host.Grpc, new GrpcChannelOptions { HttpHandler = connection });
        var call = new ProbeService.ProbeServiceClient(channel)
            .HoldAsync(new HoldRequest { Name = "dropped" }, Headers, cancellationToken: Test);
        await probe.Host.Journal.Of("dropped").Entered.Task.WaitAsync(Test);

        connection.Dispose();

        await Calls.ErrorOf(call);
        await probe.Host.Journal.Of("dropped").Ended.Task.WaitAsync(Test);
    }

    [Fact]
    public async Task A_stopping_service_finishes_what_it_holds()
    {
        await using var host = await ProbeHost.StartAsync(probe.Issuer.Authority);
        using var chat = new ProbeService.ProbeServiceClient(host.Channel).Chat(Headers, cancellationToken: Test);
        await SayAsync(chat, "before");

        var stopping = host.StopAsync();

        await SayAsync(chat, "while stopping");
        stopping.IsCompleted.ShouldBeFalse();
        await chat.RequestStream.CompleteAsync();
        var error = await Calls.ErrorOf(async () => await chat.ResponseStream.MoveNext(Test));
        error.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        await stopping.WaitAsync(Test);
    }

    private static async Task SayAsync(AsyncDuplexStreamingCall<ChatRequest, ChatResponse> chat, string text)
    {
        await chat.RequestStream.WriteAsync(new ChatRequest { Text = text }, Test);
        (await chat.ResponseStream.MoveNext(Test)).ShouldBeTrue();
        chat.ResponseStream.Current.Text.ShouldBe(text);
    }
}
