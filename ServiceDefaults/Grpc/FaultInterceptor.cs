using System.Data.Common;
using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Wenye.ServiceDefaults;

/// <summary>Turns exceptions into statuses (异常转换); what nobody foresaw is INTERNAL with a number to ask about.</summary>
internal sealed class FaultInterceptor(ILogger<FaultInterceptor> log, IHostEnvironment environment) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception fault)
        {
            throw Answer(fault, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(requestStream, context);
        }
        catch (Exception fault)
        {
            throw Answer(fault, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception fault)
        {
            throw Answer(fault, context);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception fault)
        {
            throw Answer(fault, context);
        }
    }

    private RpcException Answer(Exception fault, ServerCallContext context)
    {
        if (GrpcFaults.Known(fault, context) is { } known)
            return known;
        var correlation = Activity.Current?.TraceId.ToHexString() ?? context.GetHttpContext().TraceIdentifier;
        // The text of an exception may quote what the caller sent, and that is personal data: outside development
        // only its type, SQL state and place are kept.
        log.LogError(
            environment.IsDevelopment() ? fault : null,
            "Unexpected {Fault} {SqlState} in {Method}, correlation {Correlation}: {Place}",
            fault.GetType().FullName, (fault.GetBaseException() as DbException)?.SqlState, context.Method, correlation, fault.StackTrace);
        return GrpcFaults.Internal(correlation);
    }
}
