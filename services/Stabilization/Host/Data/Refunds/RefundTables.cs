using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;

namespace Wenye.Stabilization.Data;

/// <summary>Tables of refund cases (返还案件).</summary>
internal static class RefundTables
{
    /// <summary>One case of a firm, year and kind on its way: two lists at once do not pay twice.</summary>
    public const string OneOpenCase = "ux_refund_case_open";

    /// <summary>States in which nothing is payable yet (未转拨付).</summary>
    public static readonly IReadOnlyList<RefundState> Open = [RefundState.Listed, RefundState.Notified, RefundState.Confirmed, RefundState.UnderReview];

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        var open = $"state in ({string.Join(", ", Open.Select(state => (int)state))})";
        model.Entity<RefundCase>(refund =>
        {
            refund.ToTable("refund_case").HasKey(r => r.Id);
            refund.Property(r => r.Id).ValueGeneratedNever();
            refund.Property(r => r.Division).UseCollation("C");
            refund.Property(r => r.SignedBy).IsProtectedIfPresent(personalData);
            refund.Property(r => r.BankAccount).IsProtectedIfPresent(personalData);
            refund.Property(r => r.Version).HasColumnName("xmin").IsRowVersion();
            refund.HasOne<Firm>().WithMany().HasForeignKey(r => r.FirmId).OnDelete(DeleteBehavior.Restrict);
            refund.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
            refund.HasMany(r => r.Opinions).WithOne().HasForeignKey(o => o.CaseId).OnDelete(DeleteBehavior.Restrict);
            refund.HasIndex(r => new { r.FirmId, r.Year, r.Kind }).IsUnique().HasFilter(open).HasDatabaseName(OneOpenCase);

            // What a firm drew in a year, asked by every screening.
            refund.HasIndex(r => new { r.FirmId, r.Year });
            refund.HasIndex(r => new { r.ScreeningId, r.FirmId });
            refund.HasIndex(r => new { r.Division, r.Id });
        });
        model.Entity<RefundStep>(step =>
        {
            step.ToTable("refund_step").HasKey(s => new { s.CaseId, s.Sequence });
            step.Property(s => s.Sequence).ValueGeneratedNever();
            step.Property(s => s.Operator).IsProtectedIfPresent(personalData);
            step.Property(s => s.Note).IsProtectedIfPresent(personalData);
        });
        model.Entity<RefundOpinion>(opinion =>
        {
            opinion.ToTable("refund_opinion").HasKey(o => new { o.CaseId, o.Department });
            opinion.Property(o => o.Text).IsProtectedIfPresent(personalData);
            opinion.Property(o => o.Operator).IsProtectedIfPresent(personalData);
        });
    }
}
