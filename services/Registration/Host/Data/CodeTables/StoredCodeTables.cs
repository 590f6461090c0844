using Microsoft.EntityFrameworkCore;

namespace Wenye.Registration.Data;

/// <summary>An edition of a code table that was imported (导入的代码表版本).</summary>
public sealed class StoredCodeEdition
{
    /// <summary>Made by time: later imports have later keys.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which table, e.g. ACA111.</summary>
    public required string TableCode { get; init; }

    /// <summary>The table's Chinese name.</summary>
    public required string Name { get; init; }

    /// <summary>The edition as its import named it.</summary>
    public required string Edition { get; init; }

    /// <summary>Where it was taken from.</summary>
    public required string Source { get; init; }

    /// <summary>First day on which it rules; null: it has always ruled.</summary>
    public required DateOnly? EffectiveFrom { get; init; }

    /// <summary>When it was imported.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>The agency whose token made the call.</summary>
    public required string ImportedBy { get; init; }

    /// <summary>Rows it brought.</summary>
    public required int Entries { get; init; }

    /// <summary>The version of all tables after it.</summary>
    public required long Version { get; init; }
}

/// <summary>A code of an imported table during one span of days (导入的代码项).</summary>
public sealed class StoredCodeEntry
{
    public long Id { get; private init; }

    public required string TableCode { get; init; }

    public required string Code { get; init; }

    public required string Label { get; init; }

    public required string Parent { get; init; }

    public required bool Heading { get; init; }

    public required DateOnly? ValidFrom { get; init; }

    public required DateOnly? ValidTo { get; init; }

    public required string Source { get; init; }
}

/// <summary>The version of all imported tables (代码表总版本): one row, which every import holds until it commits.</summary>
public sealed class CodeTableVersion
{
    public required short Id { get; init; }

    /// <summary>0: nothing was ever imported. It only grows, by the clock, so that no restored database meets an old number again.</summary>
    public required long Version { get; init; }
}

/// <summary>How the code tables are stored (代码表存储).</summary>
internal static class CodeTableMapping
{
    public static void MapCodeTables(this ModelBuilder model)
    {
        model.Entity<StoredCodeEdition>(edition =>
        {
            edition.ToTable("code_table_edition").HasKey(e => e.Id);
            edition.Property(e => e.Id).ValueGeneratedNever();
            edition.HasIndex(e => e.TableCode);
        });
        model.Entity<StoredCodeEntry>(entry =>
        {
            entry.ToTable("code_table_entry").HasKey(e => e.Id);
            entry.HasIndex(e => e.TableCode);
        });
        model.Entity<CodeTableVersion>(version =>
        {
            version.ToTable("code_table_version").HasKey(v => v.Id);
            version.Property(v => v.Id).ValueGeneratedNever();
            version.HasData(new CodeTableVersion { Id = 1, Version = 0 });
        });
    }
}
