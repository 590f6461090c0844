using System.Data.Common;
using System.Net.Sockets;
using System.Text;
using Google.Protobuf;
using Grpc.Core;

namespace Wenye.ServiceDefaults;

/// <summary>What a caller is told about a fault (故障应答): its kind and never its text.</summary>
internal static class GrpcFaults
{
    /// <summary>The status of a fault, or null for one that nobody foresaw (故障分类).</summary>
    public static RpcException? Known(Exception fault, ServerCallContext context) => fault switch
    {
        RpcException { StatusCode: StatusCode.Unknown } => null,
        RpcException { StatusCode: StatusCode.ResourceExhausted, Trailers.Count: 0 } => TooLarge(),
        RpcException answer => answer,
        _ when context.CancellationToken.IsCancellationRequested => Ended(context),
        InvalidProtocolBufferException or DecoderFallbackException => Malformed(),
        _ when Causes(fault).Any(IsConflict) => RpcErrors.Aborted("CONCURRENT_CHANGE", "该记录正被他人修改，请重试。"),
        _ when Causes(fault).Any(IsOutage) => RpcErrors.Unavailable("DEPENDENCY_UNAVAILABLE", "系统暂时不可用，请稍后重试。"),
        _ => null,
    };

    public static RpcException Malformed() =>
        RpcErrors.Rejected("MALFORMED_MESSAGE", "报文无法解析：请按接口定义编码，文本须为有效的 UTF-8。");

    public static RpcException TooLarge() => RpcErrors.ResourceExhausted("MESSAGE_TOO_LARGE", "报文超过大小上限，请拆分后提交。");

    public static RpcException DeadlineExceeded() => RpcErrors.Ended(StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED", "未在时限内办完，请稍后查询结果或以同一请求号重试。");

    public static RpcException Internal(string correlation) =>
        RpcErrors.Internal("INTERNAL_FAULT", $"系统内部错误，请联系运维并提供编号 {correlation}。", correlation);

    // The call was over for its caller before the work was done: either its time ran out or it hung up.
    private static RpcException Ended(ServerCallContext context) =>
        context.Deadline <= TimeProvider.System.GetUtcNow().UtcDateTime
            ? DeadlineExceeded()
            : RpcErrors.Ended(StatusCode.Cancelled, "CANCELLED", "调用方已取消。");

    private static IEnumerable<Exception> Causes(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
            yield return fault;
    }

    // PostgreSQL: serialization failure and deadlock. Repeating the call is the cure.
    private static bool IsConflict(Exception cause) => cause is DbException { SqlState: "40001" or "40P01" };

    private static bool IsOutage(Exception cause) =>
        cause is DbException { IsTransient: true } or TimeoutException or SocketException or AuthorityUnreachableException;
}
