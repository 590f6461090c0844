using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wenye.Payments.Data;
using Wenye.Persistence;

namespace Wenye.Payments;

/// <summary>How payments lie in a service's database (资金拨付映射).</summary>
public static class PaymentMapping
{
    /// <summary>The sequence of payment numbers (拨付编号序列).</summary>
    internal const string PaymentNumbers = "payment_number";

    // Pools, divisions and numbers are found by prefix, in the same order on every server.
    private const string ByteOrder = "C";

    /// <summary>Adds the tables of payments to a service's model (映射).</summary>
    /// <remarks>The migration that creates them also runs <see cref="LedgerGuard.Sql"/> and <see cref="FundMonthGuard.Sql"/>.</remarks>
    /// <param name="model">The service's.</param>
    /// <param name="personalData">ServiceDbContext.PersonalData.</param>
    public static void AddPayments(this ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.HasSequence<long>(PaymentNumbers);
        model.Entity<StoredPayable>(payable => MapPayable(payable, personalData));
        model.Entity<StoredStep>(step =>
        {
            step.ToTable("payable_step").HasKey(s => s.Id);
            step.Property(s => s.Operator).IsProtectedIfPresent(personalData);
            step.Property(s => s.Note).IsProtectedIfPresent(personalData);
            step.HasIndex(s => new { s.PayableId, s.Id });
            step.HasOne<StoredPayable>().WithMany().HasForeignKey(s => s.PayableId);
        });
        MapPublicity(model, personalData);
        MapPayments(model, personalData);
        MapLedger(model);
        FundMonthMapping.Map(model, personalData);
    }

    private static void MapPayable(EntityTypeBuilder<StoredPayable> payable, PersonalDataProtector? personalData)
    {
        payable.ToTable("payable", table => table.HasCheckConstraint(
            "payable_sums", "amount_fen > 0 AND paid_fen BETWEEN 0 AND amount_fen AND recovered_fen BETWEEN 0 AND paid_fen")).HasKey(p => p.Id);
        payable.Property(p => p.Id).ValueGeneratedNever();
        payable.Property(p => p.Number).UseIdentityAlwaysColumn();
        payable.Property(p => p.PayeeName).IsProtected(personalData);
        payable.Property(p => p.BankAccount).IsProtectedIfPresent(personalData);
        payable.Property(p => p.Payee).UseCollation(ByteOrder);
        payable.Property(p => p.Pool).UseCollation(ByteOrder);
        payable.Property(p => p.Division).UseCollation(ByteOrder);
        payable.HasIndex(p => new { p.Benefit, p.SubjectId }).IsUnique();
        payable.HasIndex(p => p.Number).IsUnique();
        payable.HasIndex(p => new { p.Pool, p.State, p.Number });
        payable.HasIndex(p => new { p.Payee, p.Number });
        payable.HasIndex(p => new { p.PublicityId, p.Number });
        payable.HasIndex(p => p.BatchId);
    }

    private static void MapPublicity(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<StoredPublicity>(publicity =>
        {
            publicity.ToTable("publicity").HasKey(p => p.Id);
            publicity.Property(p => p.Id).ValueGeneratedNever();
            publicity.Property(p => p.Pool).UseCollation(ByteOrder);
        });
        model.Entity<StoredObjection>(objection =>
        {
            objection.ToTable("objection").HasKey(o => o.Id);
            objection.Property(o => o.Id).ValueGeneratedNever();
            objection.Property(o => o.Text).IsProtected(personalData);
            objection.Property(o => o.Finding).IsProtectedIfPresent(personalData);
            objection.HasIndex(o => o.PayableId);
            objection.HasOne<StoredPayable>().WithMany().HasForeignKey(o => o.PayableId);
        });
    }

    private static void MapPayments(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<StoredBatch>(batch =>
        {
            batch.ToTable("payment_batch", table => table.HasCheckConstraint("payment_batch_answers", "paid + returned <= payments")).HasKey(b => b.Id);
            batch.Property(b => b.Id).ValueGeneratedNever();
            batch.Property(b => b.Pool).UseCollation(ByteOrder);
        });
        model.Entity<StoredPayment>(payment =>
        {
            payment.ToTable("payment").HasKey(p => p.PaymentNo);
            payment.Property(p => p.PaymentNo).UseCollation(ByteOrder);
            payment.Property(p => p.PayeeName).IsProtected(personalData);
            payment.Property(p => p.BankAccount).IsProtected(personalData);
            payment.Property(p => p.Reason).IsProtectedIfPresent(personalData);
            payment.HasIndex(p => new { p.BatchId, p.PaymentNo });
            payment.HasIndex(p => p.PayableId).IsUnique().HasDatabaseName("payment_paid_once").HasFilter($"state <> {(int)PaymentState.Returned}");
            payment.HasOne<StoredPayable>().WithMany().HasForeignKey(p => p.PayableId);
            payment.HasOne<StoredBatch>().WithMany().HasForeignKey(p => p.BatchId);
        });
        model.Entity<StoredFileRead>(read =>
        {
            read.ToTable("payment_file_read").HasKey(r => r.Id);
            read.HasIndex(r => r.BatchId);
        });
    }

    private static void MapLedger(ModelBuilder model)
    {
        model.Entity<StoredBudget>(budget =>
        {
            budget.ToTable("budget", table => table.HasCheckConstraint(
                "budget_not_overspent",
                "amount_fen >= 0 AND reserved_fen >= 0 AND paid_fen >= 0 AND recovered_fen BETWEEN 0 AND paid_fen AND reserved_fen + paid_fen - recovered_fen <= amount_fen"))
                .HasKey(b => new { b.Fund, b.Pool, b.Year });
            budget.Property(b => b.Pool).UseCollation(ByteOrder);
        });
        model.Entity<StoredEntry>(entry =>
        {
            entry.ToTable("ledger_entry").HasKey(e => e.Sequence);
            entry.Property(e => e.Sequence).UseIdentityAlwaysColumn();
            entry.Property(e => e.Pool).UseCollation(ByteOrder);
            entry.HasIndex(e => new { e.Fund, e.Pool, e.Year, e.Sequence });
            entry.HasIndex(e => e.PayableId);
        });
        model.Entity<StoredPosting>(posting =>
        {
            posting.ToTable("ledger_posting").HasKey(p => new { p.Entry, p.Account });
            posting.HasOne<StoredEntry>().WithMany().HasForeignKey(p => p.Entry);
        });
    }
}
