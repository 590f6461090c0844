using Grpc.Core;

namespace Wenye.Persistence;

internal static class RequestIdErrors
{
    public static RpcException Invalid() => new(new Status(StatusCode.InvalidArgument, "request_id"));

    public static RpcException Reused() => new(new Status(StatusCode.AlreadyExists, "request_id"));
}
