using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Wenye.ServiceDefaults;

/// <summary>Lets a call through only with a valid token whose roles grant the rpc's permission (访问控制).</summary>
/// <remarks>
/// A middleware and not an interceptor: interceptors run after the request message was read, and nobody should make
/// a service read megabytes before saying who they are.
/// </remarks>
internal sealed class GrpcAccess(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var method = context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>();
        var objection = method is null || IsOpen(method) ? null
            : context.User.Identity?.IsAuthenticated != true ? await TokenObjections.OfAsync(context)
            : Objection(Caller.From(context.User), method);
        if (objection is null)
            await next(context);
        else
            context.Response.AnswerWith(objection);
    }

    // Health and reflection say nothing that the published contracts do not say.
    private static bool IsOpen(GrpcMethodMetadata method) =>
        method.Method.ServiceName.StartsWith("grpc.health.", StringComparison.Ordinal)
        || method.Method.ServiceName.StartsWith("grpc.reflection.", StringComparison.Ordinal);

    private static RpcException? Objection(Caller caller, GrpcMethodMetadata method)
    {
        if (caller.Agency.Length == 0)
            return RpcErrors.PermissionDenied("AGENCY_MISSING", "令牌未载明调用机构。");
        var permission = MethodStatements.Of(method);
        return permission.Length > 0 && Roles.Grant(caller.Roles, permission)
            ? null
            : RpcErrors.PermissionDenied("PERMISSION_MISSING", $"本机构没有此项权限：{permission}。");
    }
}
