using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Calls;

/// <summary>Does a mutating call once (请求幂等): in one transaction with its answer; a repeat gets the first answer.</summary>
public sealed class OnceCalls(ServiceDbContext database, HandledRequests requests)
{
    /// <summary>Finds the first answer, or does the work and commits both.</summary>
    /// <param name="caller">Whose request_id it is.</param>
    /// <param name="requestId">As in the request.</param>
    /// <param name="request">The whole request.</param>
    /// <param name="work">Runs in the open transaction.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<TResponse> RunAsync<TResponse>(
        Caller caller, string requestId, IMessage request, Func<Task<TResponse>> work, CancellationToken cancellation)
        where TResponse : class, IMessage<TResponse>, new()
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);

        // Of two equal calls at once the second waits: it might pay what the first one left, or be refused because the first
        // one left nothing.
        var key = $"{caller.Agency}\n{requestId}";
        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", cancellation);
        return await requests.FindAsync<TResponse>(caller.Agency, requestId, request, cancellation)
            ?? await requests.SaveAsync(caller.Agency, requestId, request, await work(), cancellation);
    }
}
