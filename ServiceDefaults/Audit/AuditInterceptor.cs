using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace Wenye.ServiceDefaults;

/// <summary>Makes each call known to what it writes (审计拦截), and has a full reading entered before it is answered.</summary>
internal sealed class AuditInterceptor : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var call = AuditedCall.Begin(context, request as IMessage);
        var answer = await continuation(request, context);
        await KeepAsync(call, answer as IMessage, context);
        return answer;
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var call = AuditedCall.Begin(context, request: null);
        var answer = await continuation(new First<TRequest>(requestStream, call), context);
        await KeepAsync(call, answer as IMessage, context);
        return answer;
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var call = AuditedCall.Begin(context, request as IMessage);
        return continuation(request, new Kept<TResponse>(responseStream, call, context), context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var call = AuditedCall.Begin(context, request: null);
        return continuation(new First<TRequest>(requestStream, call), new Kept<TResponse>(responseStream, call, context), context);
    }

    private static async Task KeepAsync(AuditedCall call, IMessage? answer, ServerCallContext context)
    {
        if (call is { ReadsInFull: true, ReadIsKept: false })
        {
            await context.GetHttpContext().RequestServices.GetRequiredService<IFullReads>().KeepAsync(call, answer, context.CancellationToken);
            call.ReadIsKept = true;
        }
    }

    // A stream of rows says in its first message whose they are.
    private sealed class First<T>(IAsyncStreamReader<T> stream, AuditedCall call) : IAsyncStreamReader<T>
    {
        public T Current => stream.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            var more = await stream.MoveNext(cancellationToken);
            if (more && call.Request is null && stream.Current is IMessage first)
            {
                call.Began(first);
            }

            return more;
        }
    }

    private sealed class Kept<T>(IServerStreamWriter<T> stream, AuditedCall call, ServerCallContext context) : IServerStreamWriter<T>
    {
        public WriteOptions? WriteOptions
        {
            get => stream.WriteOptions;
            set => stream.WriteOptions = value;
        }

        public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

        public async Task WriteAsync(T message, CancellationToken cancellationToken)
        {
            await KeepAsync(call, message as IMessage, context);
            await stream.WriteAsync(message, cancellationToken);
        }
    }
}
