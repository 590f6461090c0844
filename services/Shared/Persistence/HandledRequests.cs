using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>Answers the repeat of a mutating call with the first answer (请求幂等).</summary>
/// <remarks>
/// A handler first asks <see cref="FindAsync"/>; with no answer it changes the context and ends with
/// <see cref="SaveAsync"/>, which commits state, events and answer together.
/// </remarks>
public sealed class HandledRequests(ServiceDbContext context, PersonalDataProtector protector)
{
    /// <summary>Longest request_id, in characters.</summary>
    public const int MaxRequestIdLength = 64;

    /// <summary>Finds the first answer to a request (查找首次答复); null when it was not handled yet.</summary>
    /// <param name="caller">The agency of the token.</param>
    /// <param name="requestId">Chosen by the caller, 1 to 64 characters.</param>
    /// <param name="request">The whole request; a repeat is equal in every field.</param>
    /// <param name="cancellationToken">The call's.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT for a bad request_id; ALREADY_EXISTS, reason REQUEST_ID_REUSED, when the id was used with other content.</exception>
    public async Task<TResponse?> FindAsync<TResponse>(string caller, string requestId, IMessage request, CancellationToken cancellationToken)
        where TResponse : class, IMessage<TResponse>, new()
    {
        if (requestId.Length is 0 or > MaxRequestIdLength)
            throw RequestIdErrors.Invalid();
        var handled = await context.Set<HandledRequest>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Caller == caller && row.RequestId == requestId, cancellationToken);
        if (handled is null)
            return null;
        if (!CryptographicOperations.FixedTimeEquals(handled.ContentHash, HashOf(request)))
            throw RequestIdErrors.Reused();
        var response = new TResponse();
        response.MergeFrom(protector.UnprotectBytes(handled.Response));
        return response;
    }

    /// <summary>Commits everything in the context with the answer (提交并记录答复) and returns the answer to give.</summary>
    /// <remarks>
    /// One transaction; an open one of the context is committed. When another call with the same id won the race,
    /// nothing of this one is kept and the winner's answer is returned.
    /// </remarks>
    /// <param name="caller">The agency of the token.</param>
    /// <param name="requestId">Chosen by the caller, 1 to 64 characters.</param>
    /// <param name="request">The whole request.</param>
    /// <param name="response">The answer if this call is the first.</param>
    /// <param name="cancellationToken">The call's.</param>
    /// <exception cref="RpcException">As <see cref="FindAsync"/>.</exception>
    public async Task<TResponse> SaveAsync<TResponse>(
        string caller, string requestId, IMessage request, TResponse response, CancellationToken cancellationToken)
        where TResponse : class, IMessage<TResponse>, new()
    {
        context.Add(Record(caller, requestId, request, response));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            if (context.Database.CurrentTransaction is { } transaction)
                await transaction.CommitAsync(cancellationToken);
            return response;
        }
        catch (DbUpdateException failure) when (LostRace(failure))
        {
            if (context.Database.CurrentTransaction is { } transaction)
                await transaction.RollbackAsync(cancellationToken);
            context.ChangeTracker.Clear();
            if (await FindAsync<TResponse>(caller, requestId, request, cancellationToken) is { } first)
                return first;
            throw;
        }
    }

    /// <summary>The row that <see cref="SaveAsync"/> commits (答复记录), for a write past the context.</summary>
    /// <param name="caller">The agency of the token.</param>
    /// <param name="requestId">Chosen by the caller, 1 to 64 characters.</param>
    /// <param name="request">The whole request.</param>
    /// <param name="response">The answer if this call is the first.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT for a bad request_id.</exception>
    public HandledRequest Record(string caller, string requestId, IMessage request, IMessage response) =>
        requestId.Length is 0 or > MaxRequestIdLength ? throw RequestIdErrors.Invalid() : Told(new HandledRequest
        {
            Caller = caller,
            RequestId = requestId,
            ContentHash = HashOf(request),
            Response = protector.ProtectBytes(response.ToByteArray()),
        }, response);

    // The audit log's entry is made of the same.
    private static HandledRequest Told(HandledRequest handled, IMessage response)
    {
        if (AuditedCall.Current is { } call)
        {
            (call.Content, call.Answer) = (handled.ContentHash, call.Answer ?? response);
        }

        return handled;
    }

    // The loser may stumble over the state that the winner wrote before it comes to handled_request, so any
    // conflict asks for the first answer; one that has none was a conflict of its own and is thrown on.
    private static bool LostRace(DbUpdateException failure) =>
        failure is DbUpdateConcurrencyException
        || failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private byte[] HashOf(IMessage request) =>
        protector.LookupHash([.. Encoding.UTF8.GetBytes(request.Descriptor.FullName), 0, .. request.ToByteArray()]);
}
