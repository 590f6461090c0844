using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Wenye.Persistence;

/// <summary>An entry of the audit log (审计记录): who did what, when, from where and why, in one transaction. Only ever appended; what is in it names no person.</summary>
public sealed class AuditEntry
{
    internal AuditEntry()
    {
    }

    /// <summary>UUIDv7, made with the entry: it holds the moment, and the entry's MAC holds it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The transaction that wrote it and what it tells of.</summary>
    public ulong Xact { get; private init; }

    /// <summary>By the database's clock: when the transaction began.</summary>
    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>Of the calls in the body those that were done, from 0; null: all. For a batch that learns while it writes what stands against some of it.</summary>
    public short[]? Done { get; init; }

    /// <summary>Id of the key and MAC over id and body; null when the database wrote the entry itself because somebody changed data past the services.</summary>
    public byte[]? Mac { get; init; }

    /// <summary>JSON, see docs/decisions/0100-audit.md.</summary>
    public required string Body { get; init; }

    internal static void Map(EntityTypeBuilder<AuditEntry> table)
    {
        table.ToTable("audit_entry").HasKey(entry => entry.Id);
        table.Property(entry => entry.Id).ValueGeneratedNever();
        table.Property(entry => entry.Xact).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()");
        table.Property(entry => entry.WrittenAt).HasDefaultValueSql("now()");
        table.Property(entry => entry.Body).HasColumnType("json");
        table.HasIndex(entry => entry.Xact);
    }
}

/// <summary>Seals a run of entries in their order (审计封存): each seal holds the head of the chain before it, so nothing before it can change unseen.</summary>
public sealed class AuditSeal
{
    /// <summary>From 1, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>Place of its first entry in the chain, from 1.</summary>
    public required long FirstSeq { get; init; }

    /// <summary>The entries, in the order of the chain.</summary>
    public required Guid[] Entries { get; init; }

    /// <summary>SHA-256 of each entry, one after the other.</summary>
    public required byte[] Leaves { get; init; }

    /// <summary>Head of the chain before its first entry; zeros at the beginning.</summary>
    public required byte[] Previous { get; init; }

    /// <summary>Head after its last entry: SHA-256 of the head before and the entry's leaf, entry by entry.</summary>
    public required byte[] Head { get; init; }

    /// <summary>What was committed when it was made, as pg_snapshot prints it: all of that is in this seal or an earlier one.</summary>
    public required string Snapshot { get; init; }

    /// <summary>Entries up to this id came with a restored database, whose transactions count from elsewhere; null: none did.</summary>
    public required Guid? RestoredUpTo { get; init; }

    /// <summary>By the database's clock.</summary>
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>Id of the key and MAC over all of it but the ids and leaves, which the head holds.</summary>
    public required byte[] Mac { get; init; }

    internal static void Map(EntityTypeBuilder<AuditSeal> table)
    {
        table.ToTable("audit_seal").HasKey(seal => seal.Number);
        table.Property(seal => seal.Number).ValueGeneratedNever();
    }
}

/// <summary>A head that was told to the other services (链首通告).</summary>
public sealed class AuditTelling
{
    /// <summary>Of the seal.</summary>
    public required long Number { get; init; }

    /// <summary>By the database's clock.</summary>
    public DateTimeOffset ToldAt { get; private init; }

    internal static void Map(EntityTypeBuilder<AuditTelling> table)
    {
        table.ToTable("audit_telling").HasKey(telling => telling.Number);
        table.Property(telling => telling.Number).ValueGeneratedNever();
        table.Property(telling => telling.ToldAt).HasDefaultValueSql("now()");
    }
}
