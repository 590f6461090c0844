using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Hardship;

/// <summary>Commits a call about a recognition (提交): state, event and first answer together, and says in the caller's terms why it could not.</summary>
internal sealed class HardshipCommit(HandledRequests requests)
{
    /// <summary>Saves everything in the context with the answer; a repeat gets the first answer.</summary>
    /// <exception cref="RpcException">
    /// FAILED_PRECONDITION when the person has a live recognition of the category, ABORTED when another call changed it meanwhile.
    /// </exception>
    public async Task<TResponse> SaveAsync<TResponse>(
        Caller caller, string requestId, IMessage request, TResponse response, CancellationToken cancellation)
        where TResponse : class, IMessage<TResponse>, new()
    {
        try
        {
            return await requests.SaveAsync(caller.Agency, requestId, request, response, cancellation);
        }
        catch (DbUpdateException failure) when (ConflictOf(failure) is not null)
        {
            throw ConflictOf(failure)!;
        }
    }

    /// <summary>The person has a live recognition of this category already (已有同类认定).</summary>
    public static RpcException AlreadyLive() => RpcErrors.FailedPrecondition(
        "RECOGNITION_EXISTS", "该人员已有同一类别的认定正在办理或尚未到期，请查询原认定");

    /// <summary>Another call changed it meanwhile (并发更新).</summary>
    public static RpcException ChangedMeanwhile() =>
        RpcErrors.Aborted("CONCURRENT_CHANGE", "该认定刚被其他经办人员更新，请重新查询后再办理");

    private static RpcException? ConflictOf(DbUpdateException failure) => failure switch
    {
        DbUpdateConcurrencyException => ChangedMeanwhile(),
        { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation } => violation.ConstraintName switch
        {
            HardshipTables.OneLiveRecognition => AlreadyLive(),
            HardshipTables.StepsFollow => ChangedMeanwhile(),
            _ => null,
        },
        _ => null,
    };
}
