using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>Tables of interest subsidies (贴息各表); see docs/decisions/0064-subsidy-claims.md.</summary>
internal static class SubsidyTables
{
    /// <summary>Of one bank and pool one claim is open at a time: what was booked before cannot change while it is computed and reviewed.</summary>
    public const string OneOpen = "ux_subsidy_claim_open";

    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        MapRuns(model);
        MapClaims(model, personalData);
        MapFurther(model, personalData);

        // No foreign key: a check for each of the rows of a run would cost as much as its COPY, and who writes them holds the claim.
        model.Entity<StoredSubsidyLine>(line => line.ToTable("subsidy_line").HasKey(l => new { l.ClaimId, l.LoanId, l.Quarter }));
        model.Entity<BorrowerStatement>(statement =>
        {
            statement.ToTable("borrower_statement").HasKey(s => new { s.LoanId, s.Sequence });
            statement.Property(s => s.AgreedSubsidisedRate).HasPrecision(9, 6);
            statement.Property(s => s.Source).IsProtected(personalData);
            statement.HasOne<Loan>().WithMany().HasForeignKey(s => s.LoanId).OnDelete(DeleteBehavior.Restrict);
            statement.MapStep(personalData);
        });
    }

    private static void MapFurther(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<LoanMisuseReport>(report =>
        {
            report.ToTable("loan_misuse").HasKey(r => new { r.LoanId, r.Sequence });
            report.HasOne<Loan>().WithMany().HasForeignKey(r => r.LoanId).OnDelete(DeleteBehavior.Restrict);
            report.MapStep(personalData);
        });
        model.Entity<LoanAwardShare>(share =>
        {
            share.ToTable("loan_award", table => table.HasCheckConstraint("ck_loan_award_amount", "amount_fen > 0")).HasKey(s => s.Id);
            share.Property(s => s.Id).ValueGeneratedNever();
            share.Property(s => s.Division).UseCollation(ByteOrder);
            share.HasOne<Partner>().WithMany().HasForeignKey(s => s.PartnerId).OnDelete(DeleteBehavior.Restrict);
            share.HasIndex(s => new { s.Year, s.Division, s.PartnerId }).IsUnique();
            share.MapStep(personalData);
        });
    }

    private static void MapRuns(ModelBuilder model)
    {
        model.Entity<StoredSubsidyRun>(run =>
        {
            run.ToTable("subsidy_run").HasKey(r => r.Id);
            run.Property(r => r.Id).ValueGeneratedNever();
            run.Property(r => r.Division).UseCollation(ByteOrder);
            run.HasIndex(r => r.Id).HasFilter("ended_at IS NULL").HasDatabaseName("ix_subsidy_run_open");
        });
        model.Entity<SubsidyShard>(shard =>
        {
            shard.ToTable("subsidy_shard").HasKey(s => new { s.RunId, s.Number });
            shard.HasOne<StoredSubsidyRun>().WithMany().HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Restrict);
            shard.HasIndex(s => new { s.Failures, s.RunId, s.Number }).HasFilter("decided_at IS NULL").HasDatabaseName("ix_subsidy_shard_open");
        });
    }

    private static void MapClaims(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<StoredSubsidyClaim>(claim =>
        {
            claim.ToTable("subsidy_claim", table => table.HasCheckConstraint("ck_subsidy_claim_carried", "carried_in_fen <= 0 AND carried_out_fen <= 0 AND payable_fen >= 0")).HasKey(c => c.Id);
            claim.Property(c => c.Id).ValueGeneratedNever();
            claim.Property(c => c.Pool).UseCollation(ByteOrder);
            claim.HasOne<StoredSubsidyRun>().WithMany().HasForeignKey(c => c.RunId).OnDelete(DeleteBehavior.Restrict);
            claim.HasOne<Partner>().WithMany().HasForeignKey(c => c.BankId).OnDelete(DeleteBehavior.Restrict);
            claim.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.ClaimId).OnDelete(DeleteBehavior.Restrict);
            claim.HasIndex(c => new { c.BankId, c.Pool }).IsUnique().HasFilter("state IN (1, 2)").HasDatabaseName(OneOpen);
            claim.HasIndex(c => new { c.BankId, c.Pool, c.ConfirmedNumber }).IsUnique().HasFilter("confirmed_number IS NOT NULL");
            claim.HasIndex(c => new { c.Pool, c.Id });
            claim.HasIndex(c => c.RunId);
        });
        model.Entity<SubsidyClaimStep>(step =>
        {
            step.ToTable("subsidy_claim_step").HasKey(s => new { s.ClaimId, s.Sequence });
            step.MapStep(personalData);
        });
        model.Entity<StoredSubsidyFigure>(figure =>
        {
            figure.ToTable("subsidy_figure").HasKey(f => new { f.ClaimId, f.ContractNumber });
            figure.HasOne<StoredSubsidyClaim>().WithMany().HasForeignKey(f => f.ClaimId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
