using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Wenye.ServiceDefaults;

/// <summary>Errors as callers see them (错误应答): a gRPC status with google.rpc details.</summary>
/// <remarks>
/// The reason is stable, SCREAMING_SNAKE, and goes out as ErrorInfo of the domain "wenye": clients branch on it.
/// The message is Chinese, for people. Policy outcomes are answers and never go through here.
/// </remarks>
public static class RpcErrors
{
    /// <summary>The domain of every reason (错误域).</summary>
    public const string Domain = "wenye";

    /// <summary>Fields at fault (字段有误): INVALID_ARGUMENT with one violation a field.</summary>
    public static RpcException InvalidArgument(IEnumerable<FieldError> fields) =>
        Build(StatusCode.InvalidArgument, "INVALID_FIELDS", "申请信息有误，请按字段提示更正后重新提交。", [.. fields]);

    /// <summary>One field at fault (字段有误).</summary>
    public static RpcException InvalidArgument(string field, string message) =>
        InvalidArgument([new FieldError(field, message)]);

    /// <summary>No such record (记录不存在).</summary>
    public static RpcException NotFound(string reason, string message) => Build(StatusCode.NotFound, reason, message);

    /// <summary>The caller may not (无权限).</summary>
    public static RpcException PermissionDenied(string reason, string message) =>
        Build(StatusCode.PermissionDenied, reason, message);

    /// <summary>No valid token (未通过身份认证).</summary>
    public static RpcException Unauthenticated(string reason, string message) =>
        Build(StatusCode.Unauthenticated, reason, message);

    /// <summary>It exists with other content (已存在且内容不同).</summary>
    public static RpcException AlreadyExists(string reason, string message, params FieldError[] fields) =>
        Build(StatusCode.AlreadyExists, reason, message, fields);

    /// <summary>The record's state does not allow it (当前状态不允许).</summary>
    public static RpcException FailedPrecondition(string reason, string message, params FieldError[] fields) =>
        Build(StatusCode.FailedPrecondition, reason, message, fields);

    /// <summary>Someone else changed it at the same time; the caller may repeat the call (并发冲突，可重试).</summary>
    public static RpcException Aborted(string reason, string message) => Build(StatusCode.Aborted, reason, message);

    /// <summary>The request is wrong as a whole, not in a field (请求有误).</summary>
    public static RpcException Rejected(string reason, string message) => Build(StatusCode.InvalidArgument, reason, message);

    /// <summary>Something needed is down for now; the caller may repeat the call (暂时不可用，可重试).</summary>
    public static RpcException Unavailable(string reason, string message) => Build(StatusCode.Unavailable, reason, message);

    /// <summary>No such service or method (未提供的服务).</summary>
    public static RpcException Unimplemented(string reason, string message) => Build(StatusCode.Unimplemented, reason, message);

    /// <summary>Too much or too often (超过限额).</summary>
    /// <param name="reason">Stable reason.</param>
    /// <param name="message">What to do, in Chinese.</param>
    /// <param name="retryAfter">When to try again, as RetryInfo; null when trying again does not help.</param>
    public static RpcException ResourceExhausted(string reason, string message, TimeSpan? retryAfter = null)
    {
        var status = Describe(StatusCode.ResourceExhausted, reason, message);
        if (retryAfter is { } delay)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) }));
        return status.ToRpcException();
    }

    internal static RpcException Ended(StatusCode code, string reason, string message) => Build(code, reason, message);

    internal static RpcException Internal(string reason, string message, string correlation)
    {
        var status = Describe(StatusCode.Internal, reason, message);
        status.Details.Add(Any.Pack(new RequestInfo { RequestId = correlation }));
        return status.ToRpcException();
    }

    private static RpcException Build(StatusCode code, string reason, string message, params FieldError[] fields)
    {
        var status = Describe(code, reason, message);
        if (fields.Length > 0)
        {
            status.Details.Add(Any.Pack(new BadRequest
            {
                FieldViolations =
                {
                    fields.Select(field => new BadRequest.Types.FieldViolation { Field = field.Field, Description = field.Message }),
                },
            }));
        }

        return status.ToRpcException();
    }

    private static Google.Rpc.Status Describe(StatusCode code, string reason, string message) => new()
    {
        Code = (int)code,
        Message = message,
        Details = { Any.Pack(new ErrorInfo { Reason = reason, Domain = Domain }) },
    };
}
