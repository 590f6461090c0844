using Microsoft.EntityFrameworkCore;
using Wenye.Payments.Data;
using Wenye.Persistence;

namespace Wenye.Payments;

/// <summary>How months of funds lie in a service's database (月度对账映射).</summary>
internal static class FundMonthMapping
{
    // As the pools of the ledger.
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<StoredFundStatement>(stated =>
        {
            stated.ToTable("fund_statement").HasKey(s => new { s.Fund, s.Pool, s.Month, s.Number });
            stated.Property(s => s.Pool).UseCollation(ByteOrder);
            stated.Property(s => s.Operator).IsProtectedIfPresent(personalData);
            stated.Property(s => s.Note).IsProtectedIfPresent(personalData);
        });
        model.Entity<StoredFundClosing>(closing =>
        {
            closing.ToTable("fund_closing").HasKey(c => new { c.Fund, c.Pool, c.Month, c.Number });
            closing.Property(c => c.Pool).UseCollation(ByteOrder);
            closing.Property(c => c.Operator).IsProtectedIfPresent(personalData);
            closing.Property(c => c.Note).IsProtectedIfPresent(personalData);
            closing.HasOne<StoredFundStatement>().WithMany().HasForeignKey(c => new { c.Fund, c.Pool, c.Month, c.Number });
        });
        model.Entity<StoredEntry>().HasIndex(e => new { e.Fund, e.Pool, e.BookedAt });
    }
}
