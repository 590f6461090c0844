using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Stabilization.Data;

/// <summary>Tables of work-for-training claims (以工代训申领).</summary>
internal static class TrainingTables
{
    private const string ByteOrder = "C";

    // Falls go to at most 1, exactly.
    private const int DropDigits = 18;
    private const int DropPlaces = 6;

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<TrainingClaim>(claim =>
        {
            claim.ToTable("training_claim").HasKey(c => c.Id);
            claim.Property(c => c.Id).ValueGeneratedNever();
            claim.Property(c => c.Division).UseCollation(ByteOrder);
            claim.Property(c => c.BankAccount).IsProtected(personalData);
            claim.Property(c => c.SizeDecision).IsProtected(personalData);
            claim.HasOne<Firm>().WithMany().HasForeignKey(c => c.FirmId).OnDelete(DeleteBehavior.Restrict);
            claim.HasMany(c => c.Months).WithOne().HasForeignKey(m => m.ClaimId).OnDelete(DeleteBehavior.Restrict);
            claim.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.ClaimId).OnDelete(DeleteBehavior.Restrict);
            claim.HasIndex(c => new { c.FirmId, c.Id });
            claim.HasIndex(c => new { c.Division, c.Id });
        });
        model.Entity<TrainingMonth>(month =>
        {
            month.ToTable("training_month").HasKey(m => m.Id);
            month.Property(m => m.Id).ValueGeneratedNever();
            month.Property(m => m.RevenueDrop).HasPrecision(DropDigits, DropPlaces);
            month.Property(m => m.ElectricityDrop).HasPrecision(DropDigits, DropPlaces);
            month.Property(m => m.EnergyDrop).HasPrecision(DropDigits, DropPlaces);
            month.Property(m => m.Decision).IsProtected(personalData);
            month.HasMany(m => m.Roster).WithOne().HasForeignKey(p => p.MonthId).OnDelete(DeleteBehavior.Cascade);
            month.HasIndex(m => new { m.ClaimId, m.Month }).IsUnique();
        });
        model.Entity<TrainingPerson>(person =>
        {
            person.ToTable("training_person").HasKey(p => new { p.MonthId, p.Line });
            person.Property(p => p.Line).ValueGeneratedNever();
            person.Property(p => p.Name).IsProtected(personalData);
            person.Property(p => p.IdNumber).IsProtected(personalData);
            person.Property(p => p.Decision).IsProtected(personalData);
            person.Property(p => p.RejectedBecause).IsProtectedIfPresent(personalData);
            person.Ignore(p => p.Counts);
            person.HasIndex(p => p.IdHash);
        });
        model.Entity<TrainingStep>(step =>
        {
            step.ToTable("training_step").HasKey(s => new { s.ClaimId, s.Sequence });
            step.Property(s => s.Sequence).ValueGeneratedNever();
            step.Property(s => s.Operator).IsProtectedIfPresent(personalData);
            step.Property(s => s.Note).IsProtectedIfPresent(personalData);
        });
        model.Entity<SpecialAccount>(account =>
        {
            account.ToTable("special_account").HasKey(a => a.Number);
            account.Property(a => a.Operator).IsProtectedIfPresent(personalData);
            account.HasIndex(a => new { a.Pool, a.Day, a.Number });
        });
    }
}
