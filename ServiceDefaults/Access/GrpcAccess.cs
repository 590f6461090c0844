using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace Wenye.ServiceDefaults;

/// <summary>Lets a call through only with a valid token whose roles grant the rpc's permission (访问控制).</summary>
/// <remarks>
/// A middleware and not an interceptor: interceptors run after the request message was read, and nobody should make
/// a service read megabytes before saying who they are.
/// </remarks>
internal sealed class GrpcAccess(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not { } method || IsOpen(method))
            return next(context);
        if (Objection(context, method) is not { } objection)
            return next(context);
        context.Response.AnswerWith(objection);
        return Task.CompletedTask;
    }

    // Health and reflection say nothing that the published contracts do not say.
    private static bool IsOpen(GrpcMethodMetadata method) =>
        method.Method.ServiceName.StartsWith("grpc.health.", StringComparison.Ordinal)
        || method.Method.ServiceName.StartsWith("grpc.reflection.", StringComparison.Ordinal);

    private static RpcException? Objection(HttpContext context, GrpcMethodMetadata method)
    {
        if (context.User.Identity?.IsAuthenticated != true)
            return TokenObjection(context);
        var caller = Caller.From(context.User);
        if (caller.Agency.Length == 0)
            return RpcErrors.PermissionDenied("AGENCY_MISSING", "令牌未载明调用机构。");
        var permission = MethodPermissions.Of(method);
        return permission.Length > 0 && Roles.Grant(caller.Roles, permission)
            ? null
            : RpcErrors.PermissionDenied("PERMISSION_MISSING", $"本机构没有此项权限：{permission}。");
    }

    /// <summary>Why the call counts as anonymous (令牌问题).</summary>
    internal static RpcException TokenObjection(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Failure switch
        {
            null => RpcErrors.Unauthenticated("TOKEN_MISSING", "请先取得访问令牌，并以 Bearer 方式随请求提交。"),
            AuthorityUnreachableException => RpcErrors.Unavailable("AUTHORITY_UNREACHABLE", "暂时无法核验令牌，请稍后重试。"),
            SecurityTokenExpiredException => RpcErrors.Unauthenticated("TOKEN_EXPIRED", "访问令牌已过期，请重新取得。"),
            _ => RpcErrors.Unauthenticated("TOKEN_INVALID", "访问令牌无效，请重新取得。"),
        };
}
