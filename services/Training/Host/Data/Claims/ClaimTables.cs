using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Training.Data;

/// <summary>Tables of claims (补贴申领各表).</summary>
internal static class ClaimTables
{
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<Claim>(claim =>
        {
            claim.ToTable("claim").HasKey(c => c.Id);
            claim.Property(c => c.Id).ValueGeneratedNever();
            claim.Property(c => c.Division).UseCollation(ByteOrder);
            claim.Property(c => c.CreditCode).UseCollation(ByteOrder);
            claim.Property(c => c.ClaimantName).IsProtected(personalData);
            claim.Property(c => c.BankAccount).IsProtectedIfPresent(personalData);
            claim.HasOne<Institution>().WithMany().HasForeignKey(c => c.InstitutionId).OnDelete(DeleteBehavior.Restrict);
            claim.HasMany(c => c.Lines).WithOne().HasForeignKey(l => l.ClaimId).OnDelete(DeleteBehavior.Restrict);
            claim.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.ClaimId).OnDelete(DeleteBehavior.Restrict);
            claim.HasIndex(c => new { c.Division, c.Id });
            claim.HasIndex(c => new { c.CreditCode, c.Id });
        });
        model.Entity<ClaimLine>(line =>
        {
            line.ToTable("claim_line").HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Property(l => l.CertificateNumber).IsProtectedIfPresent(personalData);
            line.Property(l => l.BankAccount).IsProtectedIfPresent(personalData);
            line.Property(l => l.Decisions).IsProtected(personalData);
            line.Property(l => l.RejectedBecause).IsProtectedIfPresent(personalData);
            line.Ignore(l => l.Pays);
            line.HasOne<Trainee>().WithMany().HasForeignKey(l => l.TraineeId).OnDelete(DeleteBehavior.Restrict);
            line.HasOne<Enrolment>().WithMany().HasForeignKey(l => l.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
            line.HasIndex(l => new { l.ClaimId, l.Line }).IsUnique();
            line.HasIndex(l => l.TraineeId);
            line.HasIndex(l => l.EnrolmentId);
            line.HasIndex(l => l.CertificateHash);
            line.HasIndex(l => l.PayableId);
        });
        model.Entity<ClaimStep>(step => step.MapStep(personalData).ToTable("claim_step").HasKey(s => new { s.ClaimId, s.Sequence }));
        model.Entity<PriorSubsidy>(prior =>
        {
            prior.ToTable("prior_subsidy").HasKey(p => new { p.TraineeId, p.Kind, p.Occupation, p.Level, p.PaidOn });
            prior.Property(p => p.Kind).ValueGeneratedNever();
            prior.Property(p => p.Occupation).UseCollation(ByteOrder);
            prior.Property(p => p.Level).ValueGeneratedNever();
            prior.HasOne<Trainee>().WithMany().HasForeignKey(p => p.TraineeId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
