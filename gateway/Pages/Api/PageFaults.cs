using Google.Rpc;
using Grpc.Core;
using Wenye.ServiceDefaults;
using StatusCode = Grpc.Core.StatusCode;

namespace Wenye.Gateway.Pages.Api;

/// <summary>What a page is told when there is no answer (页面错误): one sentence in Chinese, and the status that fits.</summary>
internal sealed class PageFaults : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        try
        {
            return await next(context);
        }
        catch (ServiceUnavailableException fault)
        {
            return Of(fault.InnerException as RpcException);
        }
    }

    /// <summary>An answer that the question cannot have (问题有误).</summary>
    public static IResult Bad(string message) => Answer(StatusCodes.Status400BadRequest, message);

    /// <summary>The figures need a login (需登录).</summary>
    public static IResult LoginNeeded() => Answer(StatusCodes.Status401Unauthorized, "请先登录。");

    private static IResult Of(RpcException? refusal) => refusal?.StatusCode switch
    {
        StatusCode.InvalidArgument => Bad(string.Join("；", refusal.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(fault => fault.Description) ?? [])),
        StatusCode.NotFound => Answer(StatusCodes.Status404NotFound, refusal.Status.Detail),
        StatusCode.PermissionDenied => Answer(StatusCodes.Status403Forbidden, refusal.Status.Detail),
        StatusCode.Unauthenticated => LoginNeeded(),
        _ => Answer(StatusCodes.Status503ServiceUnavailable, "该服务暂时不可用，请稍后重试。"),
    };

    private static IResult Answer(int status, string message) => Results.Json(new { message }, statusCode: status);
}
