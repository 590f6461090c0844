using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Data;

/// <summary>Commits a mutating call (提交): state, event and first answer together, and says in the caller's terms why it could not.</summary>
internal sealed class ApplicationCommit(RegistrationDbContext database, HandledRequests requests, NewApplications applications)
{
    /// <summary>Saves everything in the context with the answer; a repeat gets the first answer.</summary>
    /// <exception cref="RpcException">
    /// ALREADY_EXISTS when the application number is taken, FAILED_PRECONDITION when the person has a live registration,
    /// ABORTED when another call changed the application meanwhile.
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

    /// <summary>The same for a call that only adds an application, in one commit with others that do so now (新申请提交).</summary>
    /// <exception cref="RpcException">As <see cref="SaveAsync"/>.</exception>
    public async Task<TResponse> AddAsync<TResponse>(
        StoredApplication application, Caller caller, string requestId, IMessage request, TResponse response, CancellationToken cancellation)
        where TResponse : class, IMessage<TResponse>, new()
    {
        if (await applications.TryAddAsync(application, requests.Record(caller.Agency, requestId, request, response), cancellation))
        {
            return response;
        }

        // A repeat or a conflict: the ordinary way finds out which.
        database.Add(application);
        return await SaveAsync(caller, requestId, request, response, cancellation);
    }

    private static RpcException? ConflictOf(DbUpdateException failure) => failure switch
    {
        DbUpdateConcurrencyException => ChangedMeanwhile(),
        { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation } => violation.ConstraintName switch
        {
            RegistrationDbContext.ApplicationNumberIsUnique => ApplicationConflicts.NumberTaken(),
            RegistrationDbContext.OneLiveRegistration => ApplicationConflicts.RegisteredMeanwhile(),
            RegistrationDbContext.StepsFollow or RegistrationDbContext.RegistrationStepsFollow or RegistrationDbContext.OneRegistrationEach
                or ExchangeTables.OneRecordEach or EmploymentTables.StepsFollow => ChangedMeanwhile(),
            _ => null,
        },
        _ => null,
    };

    private static RpcException ChangedMeanwhile() =>
        RpcErrors.Aborted("CONCURRENT_CHANGE", "该记录刚被其他经办人员更新，请重新查询后再办理");
}
