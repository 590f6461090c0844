using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.ClientFactory;

/// <summary>Gives client calls the deadline and the cancellation of the server call they are made for.</summary>
internal sealed class ContextPropagationInterceptor(
    IHttpContextAccessor httpContexts,
    GrpcContextPropagationOptions options,
    ILogger<ContextPropagationInterceptor> logger) : Interceptor
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        using var link = Tie(ref context);
        return continuation(request, context);
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var link = Tie(ref context);
        var call = continuation(request, context);
        return link is null ? call : new AsyncUnaryCall<TResponse>(
            link.UntilDone(call.ResponseAsync), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, link.After(call));
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var link = Tie(ref context);
        var call = continuation(context);
        return link is null ? call : new AsyncClientStreamingCall<TRequest, TResponse>(
            call.RequestStream, link.UntilDone(call.ResponseAsync), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, link.After(call));
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var link = Tie(ref context);
        var call = continuation(request, context);
        return link is null ? call : new AsyncServerStreamingCall<TResponse>(
            new LinkedReader<TResponse>(call.ResponseStream, link), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, link.After(call));
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var link = Tie(ref context);
        var call = continuation(context);
        return link is null ? call : new AsyncDuplexStreamingCall<TRequest, TResponse>(
            call.RequestStream, new LinkedReader<TResponse>(call.ResponseStream, link), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, link.After(call));
    }

    /// <summary>Changes the call's options; returns the link of two tokens if the caller brought one of its own.</summary>
    private TokenLink? Tie<TRequest, TResponse>(ref ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class
    {
        if (FindServerCall() is not { } server)
        {
            return null;
        }

        var call = context.Options;
        if (server.Deadline < (call.Deadline ?? DateTime.MaxValue))
        {
            call = call.WithDeadline(server.Deadline);
        }

        TokenLink? link = null;
        if (server.CancellationToken.CanBeCanceled)
        {
            link = call.CancellationToken.CanBeCanceled ? new TokenLink(server.CancellationToken, call.CancellationToken) : null;
            call = call.WithCancellationToken(link?.Token ?? server.CancellationToken);
        }

        context = new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, call);
        return link;
    }

    private ServerCallContext? FindServerCall()
    {
        var server = httpContexts.HttpContext?.Features.Get<IServerCallContextFeature>()?.ServerCallContext;
        if (server is null && !options.SuppressContextNotFoundErrors)
        {
            throw new InvalidOperationException(
                "Call context propagation is on, but the client is not used in a gRPC call. "
                + $"Set {nameof(GrpcContextPropagationOptions.SuppressContextNotFoundErrors)} if that is meant.");
        }

        if (server is null)
        {
            logger.LogDebug("The call is not made in a gRPC call, so no deadline and cancellation are taken over.");
        }

        return server;
    }
}
