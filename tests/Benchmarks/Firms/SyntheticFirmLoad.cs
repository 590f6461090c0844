using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Persistence;
using Wenye.Stabilization.Data;
using Wenye.Testing;
using Synthetic = Wenye.Testing.SyntheticFirm;

namespace Wenye.Benchmarks.Firms;

/// <summary>A synthetic province written straight into Stabilization's tables by COPY (批量装载虚构企业), as the import would leave it.</summary>
/// <remarks>A test compares the two. Accounts and phones are left out: no screening reads them.</remarks>
public sealed class SyntheticFirmLoad(DbContextOptions<StabilizationDbContext> options)
{
    private const int Block = 20_000;

    /// <summary>Fills empty tables: the firm of number 0 has id 1.</summary>
    public async Task CopyAsync(NpgsqlConnection connection, SyntheticFirms firms, CancellationToken cancellation = default)
    {
        await using var context = new StabilizationDbContext(options);
        await CopyAsync(connection, context, PoolsOf(firms), cancellation);
        await CopyAsync(connection, context, firms.Counties.Select(BenefitOf), cancellation);
        await CopyAsync(connection, context, firms.Pools.SelectMany(FeedsOf), cancellation);
        for (var first = 0; first < firms.Count; first += Block)
        {
            var block = Enumerable.Range(first, Math.Min(Block, firms.Count - first)).Select(number => (Id: number + 1L, Firm: firms.Firm(number))).ToList();
            await CopyAsync(connection, context, block.Select(one => FirmOf(one.Id, one.Firm)), cancellation);
            await CopyAsync(connection, context, block.SelectMany(one => YearsOf(one.Id, one.Firm)), cancellation);
            await CopyAsync(connection, context, block.SelectMany(one => ReductionsOf(one.Id, one.Firm)), cancellation);
            await CopyAsync(connection, context, block.SelectMany(one => AccountsOf(one.Id, one.Firm)), cancellation);
            await CopyAsync(connection, context, block.Where(one => one.Firm.DrawnFen > 0).Select(one => RefundOf(one.Id, one.Firm)), cancellation);
        }

        await using var finish = new NpgsqlCommand("SELECT setval(pg_get_serial_sequence('firm', 'id'), max(id)) FROM firm; ANALYZE", connection);
        await finish.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The years of a firm with their sums.</summary>
    public static IEnumerable<FirmYear> YearsOf(long id, Synthetic firm)
    {
        var before = (Paid: 0, Arrears: 0);
        foreach (var number in firm.Months.Select(month => month.Year).Concat(firm.Reductions.Select(reduction => reduction.Year)).Distinct().Order())
        {
            var year = FirmYear.Unknown(id, number);
            foreach (var month in firm.Months.Where(month => month.Year == number))
            {
                year.Say(month.Month, month.Insured, month.DueFen, month.PaidFen, month.Relief);
            }

            year.AddUp();
            year.LaidOff = firm.Reductions.Where(reduction => reduction.Year == number && reduction.Kind == 1).Sum(reduction => reduction.People);
            (year.PaidMonthsBefore, year.ArrearsMonthsBefore) = ((short)before.Paid, (short)before.Arrears);
            before = (before.Paid + FirmYear.Count(year.PaidMonths), before.Arrears + FirmYear.Count(year.ArrearsMonths));
            yield return year;
        }
    }

    private static Task CopyAsync<T>(NpgsqlConnection connection, StabilizationDbContext context, IEnumerable<T> rows, CancellationToken cancellation)
        where T : class => new RowTable<T>(context.Model, nameof(Firm.Id)).CopyAsync(connection, [.. rows], cancellation);

    private static Firm FirmOf(long id, Synthetic firm) => new()
    {
        Id = id,
        CreditCode = firm.CreditCode,
        Name = firm.Name,
        Division = firm.Division,
        Pool = SyntheticFirms.PoolOf(firm.Division),
        Industry = firm.Industry,
        InsuredSince = new DateOnly(firm.InsuredSince.Year, firm.InsuredSince.Month, 1),
        IndustryPolicyOk = firm.IndustryPolicyOk,
        ZombieOrDishonestOrBankrupt = firm.Unsound,
        Priority = firm.Priority,
        ToRecoverFen = firm.ToRecoverFen,
    };

    private static IEnumerable<FirmReduction> ReductionsOf(long id, Synthetic firm) => firm.Reductions.Select(reduction => new FirmReduction
    {
        FirmId = id,
        Month = new DateOnly(reduction.Year, reduction.Month, 1),
        Kind = reduction.Kind,
        People = reduction.People,
    });

    private static IEnumerable<FirmFinance> AccountsOf(long id, Synthetic firm) => firm.Accounts.Select(year => new FirmFinance
    {
        FirmId = id,
        Year = year.Year,
        RevenueFen = year.RevenueFen,
        ProfitFen = year.ProfitFen,
        AssetsFen = year.AssetsFen,
        LiabilitiesFen = year.LiabilitiesFen,
        Employees = year.Employees,
    });

    private static PastRefund RefundOf(long id, Synthetic firm) => new() { FirmId = id, Year = SyntheticFirms.Year, Kind = 1, PaidFen = firm.DrawnFen };

    private static IEnumerable<PoolFund> PoolsOf(SyntheticFirms firms) =>
        from pool in firms.Pools
        from month in Enumerable.Range(0, 12).Select(later => new DateOnly(SyntheticFirms.Year - 1, 12, 1).AddMonths(later))
        let months = firms.FundMonths(pool, month.Year, month.Month)
        select new PoolFund { Pool = pool, Month = month, BalanceFen = (long)(months * 10_000_000_000), MonthsCovered = months };

    private static BenefitStandard BenefitOf(string county) =>
        new() { Division = county, From = new DateOnly(SyntheticFirms.Year - 2, 6, 1), MonthlyFen = SyntheticFirms.BenefitFen(county) };

    private static IEnumerable<CompleteFeed> FeedsOf(string pool) =>
    [
        new() { Pool = pool, Year = SyntheticFirms.Year - 1, Feed = 1 },
        new() { Pool = pool, Year = SyntheticFirms.Year, Feed = 2 },
    ];
}
