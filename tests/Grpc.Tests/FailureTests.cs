using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Wenye.Rpc.Tests;

/// <summary>Detailed statuses, as services send and clients read them.</summary>
public sealed class FailureTests(EchoServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_detailed_status_makes_the_round_trip()
    {
        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client.FailAsync(new Words { Text = "姓名不能为空" }, cancellationToken: Ct));

        failure.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        failure.Status.Detail.ShouldBe("fields are wrong");
        var status = failure.GetRpcStatus().ShouldNotBeNull();
        status.Code.ShouldBe((int)Code.InvalidArgument);
        status.GetDetail<BadRequest>()!.FieldViolations.Single().ShouldBe(new BadRequest.Types.FieldViolation { Field = "AAC002", Description = "姓名不能为空" });
        status.GetDetail<ErrorInfo>()!.Reason.ShouldBe("FIELDS_INVALID");
        status.GetDetail<RetryInfo>().ShouldBeNull();
        status.UnpackDetailMessages().Select(detail => detail.GetType()).ShouldBe([typeof(BadRequest), typeof(ErrorInfo)]);
    }

    [Fact]
    public async Task A_call_without_a_handler_is_unimplemented()
    {
        var method = new Method<string, string>(MethodType.Unary, "wenye.rpc.tests.Echo", "Nothing", Marshallers.StringMarshaller, Marshallers.StringMarshaller);
        using var call = server.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, new CallOptions(cancellationToken: Ct), "");

        (await Should.ThrowAsync<RpcException>(call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Unimplemented);
    }

    [Fact]
    public void An_unknown_code_becomes_UNKNOWN_and_a_chosen_one_stays()
    {
        var status = new Google.Rpc.Status { Code = 4711, Message = "odd" };

        status.ToRpcException().StatusCode.ShouldBe(StatusCode.Unknown);
        var chosen = status.ToRpcException(StatusCode.NotFound, "gone");
        chosen.Status.ShouldBe(new Grpc.Core.Status(StatusCode.NotFound, "gone"));
        chosen.GetRpcStatus().ShouldBe(status);
    }

    [Fact]
    public void Setting_a_status_replaces_the_one_before_and_a_broken_one_can_be_ignored()
    {
        var trailers = new Metadata();
        trailers.GetRpcStatus().ShouldBeNull();
        trailers.SetRpcStatus(new Google.Rpc.Status { Code = 5 });
        trailers.SetRpcStatus(new Google.Rpc.Status { Code = 7 });
        trailers.GetAll(MetadataExtensions.StatusDetailsTrailerName).Count().ShouldBe(1);
        trailers.GetRpcStatus()!.Code.ShouldBe(7);

        var broken = new Metadata { { MetadataExtensions.StatusDetailsTrailerName, [0xFF] } };
        broken.GetRpcStatus(ignoreParseError: true).ShouldBeNull();
        Should.Throw<InvalidProtocolBufferException>(() => broken.GetRpcStatus());
    }

    [Fact]
    public void An_exception_becomes_details_for_developers()
    {
        var exception = new InvalidOperationException("outer", new FormatException("inner"));

        exception.ToRpcDebugInfo(innerDepth: 1).Detail.ShouldBe("System.InvalidOperationException: outer");
        exception.ToRpcDebugInfo(innerDepth: 1).StackEntries.ShouldContain("InnerException: System.FormatException: inner");
        exception.ToRpcDebugInfo().StackEntries.ShouldBeEmpty();
    }
}
