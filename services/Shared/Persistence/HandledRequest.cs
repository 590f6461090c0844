using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Wenye.Persistence;

/// <summary>A mutating call that was answered (已处理请求), kept so that its repeat gets the same answer.</summary>
/// <remarks>Made by <see cref="HandledRequests"/>.</remarks>
public sealed class HandledRequest
{
    internal HandledRequest()
    {
    }

    /// <summary>The agency whose token made the call: request ids are unique per caller.</summary>
    public required string Caller { get; init; }

    /// <summary>Chosen by the caller, 1 to 64 characters.</summary>
    public required string RequestId { get; init; }

    /// <summary>Keyed hash of the request's message type and bytes.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>The answer, encrypted: it may hold personal data.</summary>
    public required byte[] Response { get; init; }

    /// <summary>By the database's clock.</summary>
    public DateTimeOffset HandledAt { get; private init; }

    internal static void Map(EntityTypeBuilder<HandledRequest> table)
    {
        table.ToTable("handled_request").HasKey(request => new { request.Caller, request.RequestId });
        table.Property(request => request.RequestId).HasMaxLength(HandledRequests.MaxRequestIdLength);
        table.Property(request => request.HandledAt).HasDefaultValueSql("now()");
    }
}
