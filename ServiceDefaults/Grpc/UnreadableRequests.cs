using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Wenye.ServiceDefaults;

/// <summary>Says clearly what was wrong with a request that the gRPC server could not read (报文无法解析).</summary>
/// <remarks>
/// The server reads the message before any interceptor runs and answers UNKNOWN when that fails. <see cref="FaultInterceptor"/>
/// lets no UNKNOWN out, so an UNKNOWN without details is always such a request: broken protobuf or text that is not UTF-8.
/// </remarks>
internal sealed class UnreadableRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var response = context.Response;
        if (!context.Request.IsGrpc() || response.HasStarted || response.Headers.ContainsKey(MetadataExtensions.StatusDetailsTrailerName))
            return;
        switch (response.GrpcStatus())
        {
            case StatusCode.Unknown:
                response.AnswerWith(GrpcFaults.Malformed());
                break;
            case StatusCode.ResourceExhausted:
                response.AnswerWith(GrpcFaults.TooLarge());
                break;
            case StatusCode.DeadlineExceeded:
                response.AnswerWith(GrpcFaults.DeadlineExceeded());
                break;
        }
    }
}
