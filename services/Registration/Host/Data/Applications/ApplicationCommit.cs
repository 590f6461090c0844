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

    /// <summary>Saves an application with the answer, in one commit with others that do so now, if nothing is on record of the person (新申请提交).</summary>
    /// <returns>False: nothing was saved, see <see cref="NewApplications.TryAddAsync"/>.</returns>
    /// <exception cref="RpcException">INVALID_ARGUMENT for a bad request_id.</exception>
    public Task<bool> TryAddAsync(
        StoredApplication application, Asked asked, Caller caller, string requestId, IMessage request, IMessage response, CancellationToken cancellation) =>
        applications.TryAddAsync(application, requests.Record(caller.Agency, requestId, request, response), asked, cancellation);

    /// <summary>Saves a new application with the answer by itself (单独提交).</summary>
    /// <exception cref="RpcException">As <see cref="SaveAsync"/>.</exception>
    public Task<TResponse> AddAsync<TResponse>(
        StoredApplication application, Caller caller, string requestId, IMessage request, TResponse response, CancellationToken cancellation)
        where TResponse : class, IMessage<TResponse>, new()
    {
        database.Add(application);
        return SaveAsync(caller, requestId, request, response, cancellation);
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
