using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.Probe;
using Wenye.Probe.V1;

namespace Wenye.Gateway.Tests;

/// <summary>gRPC through the proxy behaves as gRPC without it.</summary>
public sealed class RoutingTests(GatewayFixture fixture)
{
    private ProbeService.ProbeServiceClient Client => fixture.Client;

    private Metadata Headers => Calls.Bearer(fixture.Token);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_arrives_with_its_caller_and_comes_back_with_its_trailers()
    {
        using var call = Client.EchoAsync(new EchoRequest { Text = "你好" }, Headers, cancellationToken: Test);
        var answer = await call;

        answer.Text.ShouldBe("你好");
        answer.Agency.ShouldBe("jinan-hrss");
        call.GetTrailers().GetValue("probe-trailer").ShouldBe("said");
        call.GetTrailers().GetValueBytes("probe-trailer-bin").ShouldBe([0, 1, 254, 255]);
    }

    [Fact]
    public async Task Error_details_come_through()
    {
        var error = await Calls.ErrorOf(Client.FailAsync(new FailRequest { Kind = "fields" }, Headers, cancellationToken: Test));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations[1].Field.ShouldBe("AAC003");
    }

    [Fact]
    public async Task A_long_answer_streams_to_its_end()
    {
        using var call = Client.Count(new CountRequest { To = 2000 }, Headers, cancellationToken: Test);
        var numbers = new List<int>();
        while (await call.ResponseStream.MoveNext(Test))
            numbers.Add(call.ResponseStream.Current.Number);

        numbers.ShouldBe(Enumerable.Range(1, 2000));
        call.GetTrailers().GetValue("probe-trailer").ShouldBe("counted");
    }

    [Fact]
    public async Task A_long_request_streams_to_its_end()
    {
        using var call = Client.Sum(Headers, cancellationToken: Test);
        for (var number = 1; number <= 500; number++)
            await call.RequestStream.WriteAsync(new SumRequest { Number = number }, Test);
        await call.RequestStream.CompleteAsync();

        (await call).Sum.ShouldBe(125_250);
    }

    [Fact]
    public async Task A_conversation_is_not_buffered_and_ends_with_its_status()
    {
        using var call = Client.Chat(Headers, cancellationToken: Test);
        for (var turn = 0; turn < 20; turn++)
        {
            await call.RequestStream.WriteAsync(new ChatRequest { Text = $"turn {turn}" }, Test);
            (await call.ResponseStream.MoveNext(Test)).ShouldBeTrue();
            call.ResponseStream.Current.Text.ShouldBe($"turn {turn}");
        }

        await call.RequestStream.CompleteAsync();
        var error = await Calls.ErrorOf(() => call.ResponseStream.MoveNext(Test));
        error.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("CHAT_OVER");
    }

    [Fact]
    public async Task The_callers_deadline_reaches_the_service()
    {
        var answer = await Client.EchoAsync(
            new EchoRequest(), Headers, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(10), Test);

        answer.DeadlineMs.ShouldBeInRange(31_000, 600_000);
    }

    [Fact]
    public async Task Cancelling_reaches_the_service()
    {
        using var cancel = new CancellationTokenSource();
        var call = Client.HoldAsync(new HoldRequest { Name = "cancelled" }, Headers, cancellationToken: cancel.Token);
        await fixture.Service.Journal.Of("cancelled").Entered.Task.WaitAsync(Test);

        await cancel.CancelAsync();

        (await Calls.ErrorOf(call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await fixture.Service.Journal.Of("cancelled").Ended.Task.WaitAsync(Test);
    }

    [Fact]
    public async Task A_dropped_connection_reaches_the_service()
    {
        var connection = new SocketsHttpHandler();
        using var channel = GrpcChannel.ForAddress(fixture.Gateway.Grpc, new GrpcChannelOptions { HttpHandler = connection });
        var call = new ProbeService.ProbeServiceClient(channel)
            .HoldAsync(new HoldRequest { Name = "dropped" }, Headers, cancellationToken: Test);
        await fixture.Service.Journal.Of("dropped").Entered.Task.WaitAsync(Test);

        connection.Dispose();

        await Calls.ErrorOf(call);
        await fixture.Service.Journal.Of("dropped").Ended.Task.WaitAsync(Test);
    }

    [Fact]
    public async Task Three_megabytes_go_through_and_come_back()
    {
        var text = new string('字', 1024 * 1024);

        (await Client.EchoAsync(new EchoRequest { Text = text }, Headers, cancellationToken: Test)).Text.ShouldBe(text);
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_by_the_service_with_a_clear_status()
    {
        var error = await Calls.ErrorOf(Client.EchoAsync(
            new EchoRequest { Text = new string('字', 10 * 1024 * 1024 / 3) }, Headers, cancellationToken: Test));

        error.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("MESSAGE_TOO_LARGE");
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_is_the_callers_fault()
    {
        var raw = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);
        var error = await Calls.ErrorOf(fixture.Gateway.Channel.CreateCallInvoker().AsyncUnaryCall(
            new Method<byte[], byte[]>(MethodType.Unary, "wenye.probe.v1.ProbeService", "Echo", raw, raw),
            null, new CallOptions(Headers), [0x0A, 0x02, 0xC3, 0x28]));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("INVALID_FIELDS");
    }

    [Fact]
    public async Task A_service_that_is_down_is_unavailable()
    {
        // Registration's address refuses connections in these tests; Statistics has none.
        var refused = await Calls.ErrorOf(new RegistrationService.RegistrationServiceClient(fixture.Gateway.Channel)
            .GetApplicationAsync(new GetApplicationRequest(), Headers, cancellationToken: Test));
        var absent = await Calls.ErrorOf(new StatisticsService.StatisticsServiceClient(fixture.Gateway.Channel)
            .GetRegistrationCountAsync(new GetRegistrationCountRequest(), Headers, cancellationToken: Test));

        foreach (var error in new[] { refused, absent })
        {
            error.StatusCode.ShouldBe(StatusCode.Unavailable);
            error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("SERVICE_UNAVAILABLE");
        }
    }

    [Theory]
    [InlineData("wenye.nothing.v1.NothingService", "Do")]
    [InlineData("grpc.nothing", "Do")]
    public async Task A_service_that_does_not_exist_is_unimplemented(string service, string method)
    {
        var empty = Marshallers.Create(request => request.ToByteArray(), EchoRequest.Parser.ParseFrom);
        var error = await Calls.ErrorOf(fixture.Gateway.Channel.CreateCallInvoker().AsyncUnaryCall(
            new Method<EchoRequest, EchoRequest>(MethodType.Unary, service, method, empty, empty),
            null, new CallOptions(Headers), new EchoRequest()));

        error.StatusCode.ShouldBe(StatusCode.Unimplemented);
        error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("UNKNOWN_SERVICE");
    }

    [Theory]
    [InlineData(null, "TOKEN_MISSING")]
    [InlineData("x.y.z", "TOKEN_INVALID")]
    public async Task The_gateway_lets_nobody_in_without_a_token(string? token, string reason)
    {
        var headers = token is null ? [] : Calls.Bearer(token);

        var error = await Calls.ErrorOf(Client.EchoAsync(new EchoRequest(), headers, cancellationToken: Test));

        error.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task The_service_asks_again_what_the_caller_may()
    {
        var token = await fixture.Gateway.TokenAsync("qingdao");

        var error = await Calls.ErrorOf(Client.EchoAsync(new EchoRequest(), Calls.Bearer(token), cancellationToken: Test));

        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }
}
