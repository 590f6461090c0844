using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Wenye.Statistics.Data;

/// <summary>Tables of loans (贷款统计各表).</summary>
internal static class LoanMapping
{
    // A division's figures are found by prefix on the key, in the same order on every server.
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model)
    {
        MapPlace(model.Entity<PaidOutLoan>(), "paid_out_loan").HasKey(l => new { l.LoanId, l.Drawdown });
        MapPlace(model.Entity<ReversedDisbursement>(), "reversed_disbursement").HasKey(r => new { r.LoanId, r.Drawdown });
        model.Entity<PaidOutLoan>().Property(l => l.Drawdown).ValueGeneratedNever();
        model.Entity<ReversedDisbursement>().Property(r => r.Drawdown).ValueGeneratedNever();
        var tally = MapPlace(model.Entity<LoanTally>(), "loan_count");
        tally.HasKey(t => new { t.Division, t.Month, t.Kind });
        foreach (var figure in tally.Metadata.GetProperties().Where(property => property.ClrType == typeof(long)))
        {
            figure.SetDefaultValue(0L);
        }
    }

    private static EntityTypeBuilder<T> MapPlace<T>(EntityTypeBuilder<T> fact, string table)
        where T : class
    {
        fact.ToTable(table);
        foreach (var name in new[] { nameof(LoanTally.Division), nameof(LoanTally.Month), nameof(LoanTally.Kind) })
        {
            fact.Property<string>(name).UseCollation(ByteOrder);
        }

        return fact;
    }
}
