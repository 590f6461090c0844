using Grpc.Core;
using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

internal static class RequestIdErrors
{
    public static RpcException Invalid() =>
        RpcErrors.InvalidArgument("request_id", $"请求编号应为1至{HandledRequests.MaxRequestIdLength}个字符，每次新的办理请使用新的编号。");

    public static RpcException Reused() => RpcErrors.AlreadyExists(
        "REQUEST_ID_REUSED",
        "请求编号已用于内容不同的请求。",
        new FieldError("request_id", "请换用新的请求编号；重复提交同一请求时，内容应与首次完全一致。"));
}
