using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.WelfarePosts.Data;

/// <summary>Tables of monthly subsidies (月度核算各表); see docs/decisions/0072-post-months.md.</summary>
internal static class PostMonthTables
{
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<PostMonthRun>(run =>
        {
            run.ToTable("post_month_run").HasKey(r => r.Id);
            run.Property(r => r.Id).ValueGeneratedNever();
            run.Property(r => r.Division).UseCollation(ByteOrder);
            run.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Restrict);
            run.HasIndex(r => new { r.Division, r.Id });
            run.HasIndex(r => new { r.Month, r.State });
            run.HasIndex(r => r.Id).HasFilter("ended_at IS NULL").HasDatabaseName("ix_post_month_run_open");
        });
        model.Entity<PostMonthStep>(step => step.MapStep(personalData).ToTable("post_month_step").HasKey(s => new { s.RunId, s.Sequence }));
        model.Entity<PostMonthShard>(shard =>
        {
            shard.ToTable("post_month_shard").HasKey(s => new { s.RunId, s.Number });
            shard.HasOne<PostMonthRun>().WithMany().HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Restrict);
            shard.HasIndex(s => new { s.Failures, s.RunId, s.Number }).HasFilter("decided_at IS NULL").HasDatabaseName("ix_post_month_shard_open");
        });

        // No foreign key: a check for each of the rows of a run would cost as much as its COPY, and who writes them holds the shard.
        model.Entity<PostMonthLine>(line => line.ToTable("post_month_line").HasKey(l => new { l.RunId, l.PlacementId }));
        model.Entity<PostMonthTotal>(total =>
        {
            total.ToTable("post_month_total").HasKey(t => new { t.RunId, t.Kind, t.Outcome });
            total.HasOne<PostMonthRun>().WithMany().HasForeignKey(t => t.RunId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PostMonthPayment>(payment =>
        {
            payment.ToTable("post_month_payment", table => table.HasCheckConstraint("ck_post_month_payment_amount", "amount_fen > 0")).HasKey(p => p.Id);
            payment.Property(p => p.Id).ValueGeneratedNever();
            payment.Property(p => p.Division).UseCollation(ByteOrder);
            payment.HasOne<PostMonthRun>().WithMany().HasForeignKey(p => p.RunId).OnDelete(DeleteBehavior.Restrict);
            payment.HasIndex(p => new { p.RunId, p.EmployerId, p.Division }).IsUnique().HasFilter("employer_id IS NOT NULL");
            payment.HasIndex(p => new { p.RunId, p.PlacementId }).IsUnique().HasFilter("placement_id IS NOT NULL");
        });
    }
}
