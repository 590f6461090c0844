using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Wenye.ServiceDefaults;

/// <summary>Refuses requests whose text is not UTF-8 (非 UTF-8 文本), before a service sees them.</summary>
/// <remarks>Not those of client streams: bulk input is judged row by row, and one bad row must not end the stream.</remarks>
internal sealed class TextInterceptor : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        MessageText.Demand(request);
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        MessageText.Demand(request);
        return continuation(request, responseStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(new Checked<TRequest>(requestStream), responseStream, context);

    private sealed class Checked<T>(IAsyncStreamReader<T> requests) : IAsyncStreamReader<T>
    {
        public T Current => requests.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            var more = await requests.MoveNext(cancellationToken);
            if (more)
                MessageText.Demand(Current);
            return more;
        }
    }
}
