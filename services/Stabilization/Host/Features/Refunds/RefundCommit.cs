using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Stabilization.Features.Refunds;

/// <summary>Commits a call about refund cases (提交): state and first answer together, and says in the caller's terms why it could not.</summary>
internal sealed class RefundCommit(HandledRequests requests)
{
    /// <summary>The first answer to a repeat; null when the call is the first.</summary>
    public Task<TResponse?> FindAsync<TResponse>(Caller caller, string requestId, IMessage request, CancellationToken cancellation)
        where TResponse : class, IMessage<TResponse>, new() =>
        requests.FindAsync<TResponse>(caller.Agency, requestId, request, cancellation);

    /// <summary>Saves everything in the context with the answer; a repeat gets the first answer.</summary>
    /// <exception cref="RpcException">ABORTED when another call changed a case meanwhile.</exception>
    public async Task<TResponse> SaveAsync<TResponse>(
        Caller caller, string requestId, IMessage request, TResponse response, CancellationToken cancellation)
        where TResponse : class, IMessage<TResponse>, new()
    {
        try
        {
            return await requests.SaveAsync(caller.Agency, requestId, request, response, cancellation);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException
            || failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw RpcErrors.Aborted("CONCURRENT_CHANGE", "该返还案件刚被其他经办人员更新，请重新查询后再办理");
        }
    }
}
