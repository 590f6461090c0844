using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Training.Data;

/// <summary>Tables of fundings (培训资金安排各表).</summary>
internal static class FundingTables
{
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<Funding>(funding =>
        {
            funding.ToTable("funding").HasKey(f => f.Id);
            funding.Property(f => f.Id).ValueGeneratedNever();
            funding.Property(f => f.Division).UseCollation(ByteOrder);
            funding.Property(f => f.CreditCode).UseCollation(ByteOrder);
            funding.Property(f => f.PayeeName).IsProtected(personalData);
            funding.Property(f => f.BankAccount).IsProtectedIfPresent(personalData);
            funding.HasOne<Institution>().WithMany().HasForeignKey(f => f.InstitutionId).OnDelete(DeleteBehavior.Restrict);
            funding.HasMany(f => f.Classes).WithOne().HasForeignKey(c => c.FundingId).OnDelete(DeleteBehavior.Restrict);
            funding.HasMany(f => f.Apprentices).WithOne().HasForeignKey(a => a.FundingId).OnDelete(DeleteBehavior.Restrict);
            funding.HasMany(f => f.Named).WithOne().HasForeignKey(a => a.FundingId).OnDelete(DeleteBehavior.Restrict);
            funding.HasMany(f => f.Payments).WithOne().HasForeignKey(p => p.FundingId).OnDelete(DeleteBehavior.Restrict);
            funding.HasMany(f => f.Decisions).WithOne().HasForeignKey(d => d.FundingId).OnDelete(DeleteBehavior.Restrict);
            funding.HasMany(f => f.Steps).WithOne().HasForeignKey(s => s.FundingId).OnDelete(DeleteBehavior.Restrict);
            funding.HasIndex(f => new { f.Division, f.Id });
        });
        model.Entity<FundingClass>(one =>
        {
            one.ToTable("funding_class").HasKey(c => new { c.FundingId, c.ClassId });
            one.HasOne<TrainingClass>().WithMany().HasForeignKey(c => c.ClassId).OnDelete(DeleteBehavior.Restrict);
            one.HasIndex(c => c.ClassId).IsUnique().HasFilter("pays");
        });
        model.Entity<FundingApprentices>(apprentices =>
        {
            apprentices.ToTable("funding_apprentices").HasKey(a => new { a.FundingId, a.Line });
            apprentices.Property(a => a.Line).ValueGeneratedNever();
            apprentices.Property(a => a.Years).HasPrecision(4, 2);
        });
        model.Entity<FundingApprentice>(apprentice =>
        {
            apprentice.ToTable("apprentice").HasKey(a => a.Id);
            apprentice.Property(a => a.Id).ValueGeneratedNever();
            apprentice.Property(a => a.Decision).IsProtected(personalData);
            apprentice.HasOne<Trainee>().WithMany().HasForeignKey(a => a.TraineeId).OnDelete(DeleteBehavior.Restrict);
            apprentice.HasIndex(a => new { a.FundingId, a.Line, a.Number }).IsUnique();
            apprentice.HasIndex(a => new { a.FundingId, a.TraineeId }).IsUnique();
            apprentice.HasIndex(a => a.TraineeId);
        });
        model.Entity<FundingPayment>(payment =>
        {
            payment.ToTable("funding_payment").HasKey(p => p.Id);
            payment.Property(p => p.Id).ValueGeneratedNever();
            payment.HasIndex(p => new { p.FundingId, p.Stage }).IsUnique();
        });
        model.Entity<FundingDecision>(decision =>
        {
            decision.ToTable("funding_decision").HasKey(d => new { d.FundingId, d.Sequence });
            decision.Property(d => d.Sequence).ValueGeneratedNever();
        });
        model.Entity<FundingStep>(step => step.MapStep(personalData).ToTable("funding_step").HasKey(s => new { s.FundingId, s.Sequence }));
    }
}
