using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>Tables of applications (申请各表).</summary>
internal static class ApplicationTables
{
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<LoanApplication>(application =>
        {
            application.ToTable("loan_application").HasKey(a => a.Id);
            application.Property(a => a.Id).ValueGeneratedNever();
            application.Property(a => a.Division).UseCollation(ByteOrder);
            application.Property(a => a.CreditCode).UseCollation(ByteOrder);
            application.Property(a => a.RefusalReason).IsProtectedIfPresent(personalData);
            application.Property(a => a.File).IsProtected(personalData);
            application.HasOne<Partner>().WithMany().HasForeignKey(a => a.BankId).OnDelete(DeleteBehavior.Restrict);
            application.HasOne<GuaranteeFund>().WithMany().HasForeignKey(a => a.FundId).OnDelete(DeleteBehavior.Restrict);
            application.HasMany(a => a.People).WithOne().HasForeignKey(p => p.ApplicationId).OnDelete(DeleteBehavior.Restrict);
            application.HasMany(a => a.Decisions).WithOne().HasForeignKey(d => d.ApplicationId).OnDelete(DeleteBehavior.Restrict);
            application.HasMany(a => a.Steps).WithOne().HasForeignKey(s => s.ApplicationId).OnDelete(DeleteBehavior.Restrict);
            application.HasIndex(a => new { a.Division, a.Id });
            application.HasIndex(a => new { a.CreditCode, a.Id });
            application.HasIndex(a => new { a.Due, a.Id }).HasFilter("due IS NOT NULL");
        });
        model.Entity<ApplicationPerson>(person =>
        {
            person.ToTable("loan_application_person").HasKey(p => new { p.ApplicationId, p.Position });
            person.Property(p => p.Position).ValueGeneratedNever();
            person.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
            person.HasIndex(p => p.PersonId);
        });
        model.Entity<StoredLoanDecision>(decision =>
        {
            decision.ToTable("loan_application_decision").HasKey(d => new { d.ApplicationId, d.Sequence });
            decision.Property(d => d.Sequence).ValueGeneratedNever();
            decision.Property(d => d.Decision).IsProtected(personalData);
        });
        model.Entity<ApplicationStep>(step => step.MapStep(personalData).ToTable("loan_application_step").HasKey(s => new { s.ApplicationId, s.Sequence }));
    }
}
