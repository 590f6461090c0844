using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;

namespace Wenye.Registration.Data;

/// <summary>How far a bulk import is (批量导入进度). It moves in the transaction that takes the rows, so a cut neither loses nor doubles one.</summary>
public sealed class ApplicationImport
{
    public required Guid Id { get; init; }

    /// <summary>The agency whose token began it.</summary>
    public required string Agency { get; init; }

    /// <summary>Chosen by the caller, unique per agency, 1 to 64 characters.</summary>
    public required string ImportId { get; init; }

    /// <summary>How the applications came (登记渠道).</summary>
    public required ApplicationChannel Channel { get; init; }

    /// <summary>The row to send next, from 1: all before it are settled.</summary>
    public required long NextRow { get; init; }

    /// <summary>Rows that became applications.</summary>
    public required long Taken { get; init; }

    /// <summary>Rows that have faults.</summary>
    public required long Rejected { get; init; }

    /// <summary>Keyed hash over the settled rows, each chained to the one before: tells a repeat from other content.</summary>
    public required byte[] Content { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<ApplicationImport>(import =>
    {
        import.ToTable("application_import").HasKey(i => i.Id);
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.ImportId).HasMaxLength(HandledRequests.MaxRequestIdLength);
        import.HasIndex(i => new { i.Agency, i.ImportId }).IsUnique();
    });
}
