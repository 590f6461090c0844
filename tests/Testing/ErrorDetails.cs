using Google.Rpc;
using Grpc.Core;

namespace Wenye.Testing;

/// <summary>Reads google.rpc details as a client does (错误详情).</summary>
public static class ErrorDetails
{
    public static string Reason(this RpcException error) => error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "";

    public static IReadOnlyList<BadRequest.Types.FieldViolation> Violations(this RpcException error) =>
        error.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations ?? [];

    public static IEnumerable<string> Fields(this RpcException error) => error.Violations().Select(violation => violation.Field);
}
