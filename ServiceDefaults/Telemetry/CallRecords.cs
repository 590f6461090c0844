using System.Diagnostics;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Wenye.ServiceDefaults;

/// <summary>One log line and the span's tags for each gRPC call (调用记录): method, status, duration, agency.</summary>
/// <remarks>Never what was asked or answered: that is personal data.</remarks>
internal sealed partial class CallRecords(RequestDelegate next, ILogger<CallRecords> log, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.IsGrpc())
        {
            await next(context);
            return;
        }

        var start = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Record(context, time.GetElapsedTime(start));
        }
    }

    private void Record(HttpContext context, TimeSpan elapsed)
    {
        // A caller that hung up gets no status; it is a cancelled call all the same.
        var status = context.Response.GrpcStatus() ?? StatusCode.Cancelled;
        var agency = context.User.FindFirst("agency")?.Value ?? "";
        Tag(Activity.Current, context, status, agency);
        Called(Level(status), context.Request.Path, status, elapsed.TotalMilliseconds, agency);
    }

    private static void Tag(Activity? span, HttpContext context, StatusCode status, string agency)
    {
        if (span is not { IsAllDataRequested: true })
            return;
        var path = context.Request.Path.Value?.Split('/') ?? [];
        span.SetTag("rpc.system", "grpc");
        span.SetTag("rpc.service", path.ElementAtOrDefault(1));
        span.SetTag("rpc.method", path.ElementAtOrDefault(2));
        span.SetTag("rpc.grpc.status_code", (int)status);
        span.SetTag("wenye.agency", agency);
        if (context.GetEndpoint() is RouteEndpoint route)
            span.SetTag("http.route", route.RoutePattern.RawText);
        if (IsServersFault(status))
            span.SetStatus(ActivityStatusCode.Error, status.ToString());
    }

    private static LogLevel Level(StatusCode status) => IsServersFault(status) ? LogLevel.Warning : LogLevel.Information;

    // As OpenTelemetry's conventions for gRPC servers divide them; the other codes are the caller's business.
    private static bool IsServersFault(StatusCode status) => status is StatusCode.Unknown or StatusCode.DeadlineExceeded
        or StatusCode.Unimplemented or StatusCode.Internal or StatusCode.Unavailable or StatusCode.DataLoss;

    [LoggerMessage("{Method} {Status} in {Milliseconds:F1} ms for {Agency}")]
    private partial void Called(LogLevel level, PathString method, StatusCode status, double milliseconds, string agency);
}
