using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Wenye.Probe;
using Wenye.Probe.V1;

namespace Wenye.ServiceDefaults.Tests;

public sealed class FaultTests(ProbeFixture probe)
{
    private Metadata Headers => Calls.Bearer(probe.Issuer.Token());

    [Fact]
    public async Task Fields_at_fault_are_named_by_their_ministry_codes()
    {
        var error = await Calls.ErrorOf(probe.Client.FailAsync(new FailRequest { Kind = "fields" }, Headers));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        var violations = error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations;
        violations.Select(violation => violation.Field).ShouldBe(["AAC002", "AAC003"]);
        violations[0].Description.ShouldBe("请填写社会保障号码。");
    }

    [Theory]
    [InlineData("unforeseen", StatusCode.Internal, "INTERNAL_FAULT")]
    [InlineData("unknown", StatusCode.Internal, "INTERNAL_FAULT")]
    [InlineData("constraint", StatusCode.Internal, "INTERNAL_FAULT")]
    [InlineData("timeout", StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE")]
    [InlineData("socket", StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE")]
    [InlineData("database", StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE")]
    [InlineData("conflict", StatusCode.Aborted, "CONCURRENT_CHANGE")]
    public async Task A_fault_has_a_clear_status_and_leaks_nothing(string kind, StatusCode expected, string reason)
    {
        var error = await Calls.ErrorOf(probe.Client.FailAsync(new FailRequest { Kind = kind }, Headers));

        error.StatusCode.ShouldBe(expected);
        var status = error.GetRpcStatus()!;
        status.GetDetail<ErrorInfo>()!.Reason.ShouldBe(reason);
        status.ToString().ShouldNotContain("secret");
        error.Status.Detail.ShouldNotContain("secret");
    }

    [Fact]
    public async Task An_internal_fault_has_a_number_that_the_log_has_too_but_outside_development_not_its_text()
    {
        await using var host = await ProbeHost.StartAsync(
            probe.Issuer.Authority, "--environment=Production", "--Auth:RequireHttpsMetadata=false");
        var client = new ProbeService.ProbeServiceClient(host.Channel);

        var error = await Calls.ErrorOf(client.FailAsync(new FailRequest { Kind = "unforeseen" }, Headers));

        var number = error.GetRpcStatus()!.GetDetail<RequestInfo>()!.RequestId;
        number.ShouldNotBeNullOrEmpty();
        host.Logs.ToString().ShouldContain(number);
        host.Logs.ToString().ShouldContain(nameof(InvalidOperationException));
        host.Logs.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task Ten_megabytes_of_text_are_too_large()
    {
        var error = await Calls.ErrorOf(
            probe.Client.EchoAsync(new EchoRequest { Text = new string('字', 10 * 1024 * 1024 / 3) }, Headers));

        error.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("MESSAGE_TOO_LARGE");
    }

    [Fact]
    public async Task Three_megabytes_are_not()
    {
        var text = new string('字', 1024 * 1024);

        (await probe.Client.EchoAsync(new EchoRequest { Text = text }, Headers)).Text.ShouldBe(text);
    }

    public static TheoryData<string, byte[]> Unreadable => new()
    {
        { "a field longer than the message", [0x0A, 0x7F, 0x41] },
        { "a wire type that does not exist", [0x0F] },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_message_that_cannot_be_read_is_the_callers_fault(string what, byte[] message)
    {
        var error = await Calls.ErrorOf(RawEcho(message, Headers));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument, what);
        error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("MALFORMED_MESSAGE");
    }

    [Fact]
    public async Task Nobody_reads_the_message_of_a_caller_without_a_token() =>
        (await Calls.ErrorOf(RawEcho([0x0A, 0x7F, 0x41], []))).StatusCode.ShouldBe(StatusCode.Unauthenticated);

    [Fact]
    public async Task Text_that_is_not_UTF_8_is_the_callers_fault()
    {
        var error = await Calls.ErrorOf(RawEcho([0x0A, 0x02, 0xC3, 0x28], Headers));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Single().Field.ShouldBe("text");
    }

    [Fact]
    public async Task In_a_stream_too()
    {
        var method = new Method<byte[], SumResponse>(
            MethodType.ClientStreaming, "wenye.probe.v1.ProbeService", "Sum", Raw, Marshallers.Create(Serialize, SumResponse.Parser.ParseFrom));
        using var call = probe.Host.Channel.CreateCallInvoker().AsyncClientStreamingCall(method, null, new CallOptions(Headers, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1)));
        await call.RequestStream.WriteAsync([0x12, 0x02, 0xC3, 0x28], TestContext.Current.CancellationToken);

        var error = await Calls.ErrorOf(async () => await call.ResponseAsync);

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Single().Field.ShouldBe("text");
    }

    private static Marshaller<byte[]> Raw => Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);

    private static byte[] Serialize(SumResponse response) => response.ToByteArray();

    private AsyncUnaryCall<byte[]> RawEcho(byte[] message, Metadata headers) => probe.Host.Channel.CreateCallInvoker().AsyncUnaryCall(
        new Method<byte[], byte[]>(MethodType.Unary, "wenye.probe.v1.ProbeService", "Echo", Raw, Raw), null, new CallOptions(headers), message);
}
