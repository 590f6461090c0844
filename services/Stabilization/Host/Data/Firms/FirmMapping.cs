using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Stabilization.Data;

/// <summary>How what is known of firms lies in the database (企业数据映射).</summary>
internal static class FirmMapping
{
    // Divisions and codes are found by prefix, in the same order on every server.
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<Firm>(firm =>
        {
            firm.ToTable("firm");
            firm.Property(f => f.CreditCode).UseCollation(ByteOrder);
            firm.Property(f => f.Name).UseCollation(ByteOrder);
            firm.Property(f => f.Division).UseCollation(ByteOrder);
            firm.Property(f => f.Pool).UseCollation(ByteOrder);
            firm.Property(f => f.BankAccount).IsProtectedIfPresent(personalData);
            firm.Property(f => f.Phone).IsProtectedIfPresent(personalData);
            firm.HasIndex(f => f.CreditCode).IsUnique();
            firm.HasIndex(f => new { f.Pool, f.Id });
            firm.HasIndex(f => new { f.Division, f.CreditCode });
            firm.HasIndex(f => new { f.Name, f.CreditCode });
        });
        model.Entity<FirmYear>(year => year.ToTable("firm_year").HasKey(y => new { y.FirmId, y.Year }));
        model.Entity<FirmReduction>(reduction => reduction.ToTable("firm_reduction").HasKey(r => new { r.FirmId, r.Month, r.Kind }));
        model.Entity<FirmFinance>(finance => finance.ToTable("firm_finance").HasKey(f => new { f.FirmId, f.Year }));
        model.Entity<PastRefund>(refund => refund.ToTable("past_refund").HasKey(r => new { r.FirmId, r.Year, r.Kind }));
        model.Entity<PoolFund>(fund =>
        {
            fund.ToTable("pool_fund").HasKey(f => new { f.Pool, f.Month });
            fund.Property(f => f.MonthsCovered).HasPrecision(8, 2);
        });
        model.Entity<CompleteFeed>(feed => feed.ToTable("complete_feed").HasKey(f => new { f.Pool, f.Year, f.Feed }));
        model.Entity<BenefitStandard>(standard => standard.ToTable("benefit_standard").HasKey(s => new { s.Division, s.From }));
        ImportProgress.Map<FirmDataImport>(model, "firm_data_import", "firm_data_import_fault");
    }
}
