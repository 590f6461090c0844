using Wenye.ServiceDefaults;

namespace Wenye.Gateway.Routing;

/// <summary>Answers a gRPC call in gRPC when it never reached a service (网关拒绝应答).</summary>
/// <remarks>Routing, token check and proxy speak HTTP statuses; a gRPC client should not have to guess at those.</remarks>
internal sealed class GrpcRefusals(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (!context.Request.IsGrpc() || context.Response.HasStarted || context.Response.StatusCode == StatusCodes.Status200OK)
            return;
        var refusal = context.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => await TokenObjections.OfAsync(context),
            StatusCodes.Status403Forbidden => RpcErrors.PermissionDenied("PERMISSION_MISSING", "本机构没有此项权限。"),
            StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed =>
                RpcErrors.Unimplemented("UNKNOWN_SERVICE", "本平台没有提供此服务或方法。"),
            _ => RpcErrors.Unavailable("SERVICE_UNAVAILABLE", "该服务暂时不可用，请稍后重试。"),
        };
        context.Response.Headers.WWWAuthenticate = default;
        context.Response.AnswerWith(refusal);
    }
}
