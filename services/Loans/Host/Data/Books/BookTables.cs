using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>Tables of books and funds beside those of <see cref="LoanTables"/> (台账、担保基金各表).</summary>
internal static class BookTables
{
    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        MapBooks(model, personalData);
        MapFunds(model, personalData);
        MapCompensations(model, personalData);
        ImportProgress.Map<LoanImport>(model, "loan_import", "loan_import_fault");
        model.Entity<LoanImport>().HasOne<Partner>().WithMany().HasForeignKey(i => i.BankId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void MapBooks(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<Loan>(loan =>
        {
            loan.ToTable("loan", table => table.HasCheckConstraint("ck_loan_drawn", "drawn_fen BETWEEN 0 AND principal_fen AND claim_fen >= 0"));
            loan.ToTable(table => table.HasCheckConstraint("ck_loan_cancelled", "cancelled_on IS NULL OR drawn_fen = 0"));
            loan.Property(l => l.DueOn).HasComputedColumnSql("COALESCE(extended_until, matures_on)", stored: true);
            loan.HasMany(l => l.Steps).WithOne().HasForeignKey(s => s.LoanId).OnDelete(DeleteBehavior.Restrict);
            loan.HasIndex(l => new { l.BankId, l.Id });
            loan.HasIndex(l => new { l.FundId, l.Id });
            loan.HasIndex(l => new { l.DueOn, l.Id }).HasFilter("outstanding_fen > 0");
        });
        model.Entity<LoanBookStep>(step =>
        {
            step.ToTable("loan_step").HasKey(s => new { s.LoanId, s.Sequence });
            step.MapStep(personalData);
        });
        model.Entity<Instalment>(instalment =>
        {
            instalment.ToTable("loan_instalment").HasKey(i => new { i.LoanId, i.Version, i.Number });
            instalment.Property(i => i.Version).ValueGeneratedNever();
            instalment.Property(i => i.Number).ValueGeneratedNever();
            instalment.HasOne<Loan>().WithMany().HasForeignKey(i => i.LoanId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapFunds(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<FundEntry>(entry =>
        {
            entry.ToTable("fund_entry", table => table.HasCheckConstraint("ck_fund_entry_balance", "balance_fen >= 0")).HasKey(e => new { e.FundId, e.Sequence });
            entry.Property(e => e.Sequence).ValueGeneratedNever();
            entry.HasOne<GuaranteeFund>().WithMany().HasForeignKey(e => e.FundId).OnDelete(DeleteBehavior.Restrict);
            entry.HasOne<Loan>().WithMany().HasForeignKey(e => e.LoanId).OnDelete(DeleteBehavior.Restrict);
            entry.HasIndex(e => new { e.FundId, e.Reference }).IsUnique();
        });
        model.Entity<FundAgreement>(agreement =>
        {
            agreement.ToTable("fund_agreement").HasKey(a => new { a.FundId, a.BankId, a.From });
            agreement.Property(a => a.FundShare).HasPrecision(9, 6);
            agreement.HasOne<GuaranteeFund>().WithMany().HasForeignKey(a => a.FundId).OnDelete(DeleteBehavior.Restrict);
            agreement.HasOne<Partner>().WithMany().HasForeignKey(a => a.BankId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FundYear>(year =>
        {
            year.ToTable("fund_year", table => table.HasCheckConstraint("ck_fund_year", "recovered_fen BETWEEN 0 AND due_fen")).HasKey(y => new { y.FundId, y.Year });
            year.Property(y => y.Year).ValueGeneratedNever();
            year.HasOne<GuaranteeFund>().WithMany().HasForeignKey(y => y.FundId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FundStep>(step =>
        {
            step.ToTable("fund_step").HasKey(s => new { s.FundId, s.Sequence });
            step.HasOne<GuaranteeFund>().WithMany().HasForeignKey(s => s.FundId).OnDelete(DeleteBehavior.Restrict);
            step.MapStep(personalData);
        });
        model.Entity<CounterGuarantee>(counter =>
        {
            counter.ToTable("counter_guarantee").HasKey(c => c.LoanId);
            counter.Property(c => c.LoanId).ValueGeneratedNever();
            counter.HasOne<Loan>().WithOne().HasForeignKey<CounterGuarantee>(c => c.LoanId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapCompensations(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<Compensation>(one =>
        {
            one.ToTable("compensation", table => table.HasCheckConstraint(
                "ck_compensation", "recovered_fen >= 0 AND written_off_fen >= 0 AND recovered_fen + written_off_fen <= fund_fen")).HasKey(c => c.Id);
            one.Property(c => c.Id).ValueGeneratedNever();
            one.Property(c => c.FundShare).HasPrecision(9, 6);
            one.Ignore(c => c.ClaimFen);
            one.HasOne<Loan>().WithMany().HasForeignKey(c => c.LoanId).OnDelete(DeleteBehavior.Restrict);
            one.HasOne<GuaranteeFund>().WithMany().HasForeignKey(c => c.FundId).OnDelete(DeleteBehavior.Restrict);
            one.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.CompensationId).OnDelete(DeleteBehavior.Restrict);
            one.HasIndex(c => c.LoanId).HasFilter($"state <> {(int)Contracts.Loans.V1.CompensationState.Declined}").IsUnique();
            one.HasIndex(c => new { c.FundId, c.Id });
        });
        model.Entity<CompensationStep>(step =>
        {
            step.ToTable("compensation_step").HasKey(s => new { s.CompensationId, s.Sequence });
            step.MapStep(personalData);
        });
    }
}
