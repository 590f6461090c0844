using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Wenye.ServiceDefaults;

/// <summary>Gives a call a deadline when its caller set none (缺省时限), so that nothing is held for ever.</summary>
/// <remarks>It speaks for the caller, in the protocol's own header; the gRPC server then does the rest.</remarks>
internal sealed class GrpcDeadline(RequestDelegate next, IOptions<GrpcLimits> limits)
{
    private readonly string _unary = Header(limits.Value.DefaultDeadline);
    private readonly string _stream = Header(limits.Value.DefaultStreamDeadline);

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is { } method)
            context.Request.Headers.TryAdd("grpc-timeout", method.Method.Type == MethodType.Unary ? _unary : _stream);
        return next(context);
    }

    // At most eight digits are allowed: milliseconds reach 27 hours.
    private static string Header(TimeSpan deadline) =>
        Math.Min((long)deadline.TotalMilliseconds, 99_999_999).ToString(CultureInfo.InvariantCulture) + "m";
}
