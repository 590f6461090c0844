using Microsoft.EntityFrameworkCore;

namespace Wenye.Persistence;

/// <summary>How far an import of rows is (批量导入进度). It moves in the transaction that takes the rows, so a cut neither loses nor doubles one.</summary>
public class ImportProgress
{
    public required Guid Id { get; init; }

    /// <summary>The agency whose token began it.</summary>
    public required string Agency { get; init; }

    /// <summary>Chosen by the caller, unique per agency, 1 to 64 characters.</summary>
    public required string ImportId { get; init; }

    /// <summary>The row to send next, from 1: all before it are settled.</summary>
    public long NextRow { get; private set; } = 1;

    /// <summary>Rows that were taken.</summary>
    public long Taken { get; private set; }

    /// <summary>Rows that have faults.</summary>
    public long Rejected { get; private set; }

    /// <summary>Keyed hash over the settled rows, each chained to the one before: tells a repeat from other content.</summary>
    public byte[] Content { get; private set; } = RowSequence.Beginning;

    /// <summary>Maps a service's imports and their faults (映射).</summary>
    /// <typeparam name="TImport">The service's own kind of import.</typeparam>
    /// <param name="model">The service's model.</param>
    /// <param name="table">Of the imports.</param>
    /// <param name="faults">Of their faults.</param>
    public static void Map<TImport>(ModelBuilder model, string table, string faults)
        where TImport : ImportProgress
    {
        MapImports<TImport>(model, table);
        MapFaults(model, faults);
        model.Entity<RejectedField>().HasOne<TImport>().WithMany().HasForeignKey(fault => fault.Import).OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>The same of a service with imports of two kinds (两类导入), whose ids are apart; their faults are in one table, each of an import of either.</summary>
    public static void Map<TFirst, TSecond>(ModelBuilder model, string first, string second, string faults)
        where TFirst : ImportProgress
        where TSecond : ImportProgress
    {
        MapImports<TFirst>(model, first);
        MapImports<TSecond>(model, second);
        MapFaults(model, faults);
    }

    private static void MapImports<TImport>(ModelBuilder model, string table)
        where TImport : ImportProgress => model.Entity<TImport>(import =>
    {
        import.ToTable(table).HasKey(i => i.Id);
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.ImportId).HasMaxLength(HandledRequests.MaxRequestIdLength);
        import.HasIndex(i => new { i.Agency, i.ImportId }).IsUnique();
    });

    private static void MapFaults(ModelBuilder model, string faults) => model.Entity<RejectedField>(fault =>
    {
        fault.ToTable(faults).HasKey(f => new { f.Import, f.Row, f.Ordinal });
        fault.Property(f => f.Row).ValueGeneratedNever();
        fault.Property(f => f.Ordinal).ValueGeneratedNever();
    });

    /// <summary>The import after further rows (推进).</summary>
    internal ImportProgress After(int taken, int rejected, byte[] content)
    {
        var next = (ImportProgress)MemberwiseClone();
        (next.NextRow, next.Taken, next.Rejected, next.Content) = (NextRow + taken + rejected, Taken + taken, Rejected + rejected, content);
        return next;
    }
}
