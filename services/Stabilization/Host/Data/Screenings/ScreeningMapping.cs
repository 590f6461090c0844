using Microsoft.EntityFrameworkCore;

namespace Wenye.Stabilization.Data;

/// <summary>How runs lie in the database (筛查数据映射); see docs/decisions/0044-screening.md.</summary>
/// <remarks>
/// The migration Screenings makes <c>screening_result</c> itself, because the model cannot say that it is partitioned by run.
/// </remarks>
internal static class ScreeningMapping
{
    /// <summary>Of one region, day and kind one run goes on at a time.</summary>
    public const string OneRunning = "ux_screening_running";

    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredScreening>(screening =>
        {
            screening.ToTable("screening").HasKey(s => s.Id);
            screening.Property(s => s.Id).ValueGeneratedNever();
            screening.Property(s => s.Region).UseCollation(ByteOrder);
            screening.Property(s => s.Tally).HasColumnType("jsonb");
            screening.HasIndex(s => new { s.Region, s.AsOf, s.Kind }).IsUnique().HasFilter("state = 1").HasDatabaseName(OneRunning);
            screening.HasIndex(s => s.Id).HasFilter("ended_at IS NULL").HasDatabaseName("ix_screening_open");
        });
        model.Entity<ScreeningShard>(shard =>
        {
            shard.ToTable("screening_shard").HasKey(s => new { s.ScreeningId, s.Number });
            shard.Property(s => s.Tally).HasColumnType("jsonb");
            shard.HasIndex(s => new { s.Failures, s.ScreeningId, s.Number }).HasFilter("decided_at IS NULL").HasDatabaseName("ix_screening_shard_open");
        });
        model.Entity<ScreeningShape>(shape => shape.ToTable("screening_shape").HasKey(s => new { s.ScreeningId, s.Code }));
        model.Entity<StoredScreeningResult>(result =>
        {
            result.ToTable("screening_result", table => table.ExcludeFromMigrations()).HasKey(r => new { r.ScreeningId, r.CreditCode });
            result.Property(r => r.CreditCode).UseCollation(ByteOrder);
            result.Property(r => r.Division).UseCollation(ByteOrder);
        });
    }
}
