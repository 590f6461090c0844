using Grpc.Core;

namespace Wenye.Testing;

/// <summary>Client streams that the service may end before all is sent.</summary>
public static class ClientStreams
{
    /// <summary>Sends all and gives the answer. When the service ends the call early, its answer says why, not the write that broke.</summary>
    /// <param name="call">The call.</param>
    /// <param name="send">Writes the messages.</param>
    public static async Task<TResponse> AnswerAsync<TRequest, TResponse>(this AsyncClientStreamingCall<TRequest, TResponse> call, Func<Task> send)
    {
        try
        {
            await send();
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            return await call.ResponseAsync;
        }

        return await call.ResponseAsync;
    }
}
