using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>Tables of partners, rates, funds and books (经办机构、利率、担保基金、贷款台账各表).</summary>
internal static class LoanTables
{
    // Divisions, codes and numbers are found by prefix, in the same order on every server.
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        MapPartners(model, personalData);
        MapLoans(model, personalData);
        model.Entity<LprRate>(rate =>
        {
            rate.ToTable("lpr_rate").HasKey(r => r.PublishedOn);
            rate.Property(r => r.OneYear).HasPrecision(9, 6);
            rate.Property(r => r.FiveYears).HasPrecision(9, 6);
        });
    }

    private static void MapPartners(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("person").HasKey(p => p.Id);
            person.Property(p => p.Id).ValueGeneratedNever();
            person.Property(p => p.Name).IsProtected(personalData);
            person.Property(p => p.IdNumber).IsProtected(personalData);
            person.HasIndex(p => p.IdHash).IsUnique();
        });
        model.Entity<Partner>(partner =>
        {
            partner.ToTable("partner").HasKey(p => p.Id);
            partner.Property(p => p.Id).ValueGeneratedNever();
            partner.Property(p => p.Division).UseCollation(ByteOrder);
            partner.Property(p => p.Name).UseCollation(ByteOrder);
            partner.Property(p => p.BankAccount).IsProtectedIfPresent(personalData);
            partner.HasIndex(p => p.Agency).IsUnique();
            partner.HasIndex(p => new { p.Name, p.Id });
        });
        model.Entity<GuaranteeFund>(fund =>
        {
            fund.ToTable("guarantee_fund", table => table.HasCheckConstraint("ck_guarantee_fund_amounts", "balance_fen >= 0 AND exposure_fen >= 0")).HasKey(f => f.Id);
            fund.Property(f => f.Id).ValueGeneratedNever();
            fund.Property(f => f.Division).UseCollation(ByteOrder);
            fund.HasOne<Partner>().WithMany().HasForeignKey(f => f.GuarantorId).OnDelete(DeleteBehavior.Restrict);
            fund.HasIndex(f => new { f.Division, f.Id });
        });
    }

    private static void MapLoans(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<Loan>(loan =>
        {
            loan.ToTable("loan", table => table.HasCheckConstraint("ck_loan_outstanding", "outstanding_fen BETWEEN 0 AND principal_fen")).HasKey(l => l.Id);
            loan.Property(l => l.Id).ValueGeneratedNever();
            loan.Property(l => l.Division).UseCollation(ByteOrder);
            loan.Property(l => l.CreditCode).UseCollation(ByteOrder);
            loan.Property(l => l.BorrowerName).IsProtected(personalData);
            loan.Property(l => l.AnnualRate).HasPrecision(9, 6);
            loan.Property(l => l.Lpr).HasPrecision(9, 6);
            loan.HasOne<Partner>().WithMany().HasForeignKey(l => l.BankId).OnDelete(DeleteBehavior.Restrict);
            loan.HasOne<GuaranteeFund>().WithMany().HasForeignKey(l => l.FundId).OnDelete(DeleteBehavior.Restrict);
            loan.HasMany(l => l.People).WithOne().HasForeignKey(p => p.LoanId).OnDelete(DeleteBehavior.Restrict);
            loan.HasMany(l => l.Entries).WithOne().HasForeignKey(e => e.LoanId).OnDelete(DeleteBehavior.Restrict);
            loan.HasIndex(l => new { l.BankId, l.ContractNumber }).IsUnique();
            loan.HasIndex(l => l.ApplicationId).IsUnique();
            loan.HasIndex(l => new { l.Division, l.Id });
            loan.HasIndex(l => new { l.CreditCode, l.Id });
        });
        model.Entity<LoanPerson>(person =>
        {
            person.ToTable("loan_person").HasKey(p => new { p.LoanId, p.PersonId });
            person.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
            person.HasIndex(p => p.PersonId);
        });
        model.Entity<LoanEntry>(entry =>
        {
            entry.ToTable("loan_entry").HasKey(e => new { e.LoanId, e.Sequence });
            entry.Property(e => e.Sequence).ValueGeneratedNever();
            entry.HasIndex(e => new { e.LoanId, e.Reference }).IsUnique();
        });
    }
}
