using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.Persistence;
using Wenye.Policy;

namespace Wenye.Payments.Books.Statements;

/// <summary>Puts months together from the ledger and what was stated and agreed (月度对账单汇集).</summary>
internal static class FundMonthReader
{
    /// <summary>The months of these funds and pools, in their order.</summary>
    public static async Task<IReadOnlyList<FundMonth>> MonthsAsync(
        this ServiceDbContext database, YearMonth month, IReadOnlyList<(Fund Fund, string Pool)> keys, CancellationToken cancellation)
    {
        var first = month.FirstDay;
        var pools = keys.Select(key => key.Pool).Distinct().ToArray();
        var stated = (await database.Set<StoredFundStatement>().AsNoTracking().Where(s => s.Month == first && pools.Contains(s.Pool))
            .OrderByDescending(s => s.Number).ToListAsync(cancellation)).ToLookup(s => (s.Fund, s.Pool));
        var closings = (await database.Set<StoredFundClosing>().AsNoTracking().Where(c => c.Month == first && pools.Contains(c.Pool))
            .OrderByDescending(c => c.Number).ToListAsync(cancellation)).ToLookup(c => (c.Fund, c.Pool));
        var figures = await database.FiguresAsync(first, keys, cancellation);
        return [.. keys.Select(key => new FundMonth(
            key.Fund, key.Pool, month, figures[key].Books, figures[key].BankDays, [.. stated[key]], [.. closings[key]]))];
    }

    private static async Task<Dictionary<(Fund, string), (MonthFigures Books, MonthFigures BankDays)>> FiguresAsync(
        this ServiceDbContext database, DateOnly month, IReadOnlyList<(Fund Fund, string Pool)> keys, CancellationToken cancellation) =>
        (await database.Command(
            FundMonthSql.Of("SELECT t.fund, t.pool, @month::date AS month FROM unnest(@funds, @pools) AS t(fund, pool)"),
            PaymentCommands.Named("month", month),
            PaymentCommands.Named("funds", keys.Select(key => (int)key.Fund).ToArray()),
            PaymentCommands.Named("pools", keys.Select(key => key.Pool).ToArray())).RowsAsync(
            reader => (
                Key: ((Fund)reader.GetInt32(0), reader.GetString(1)),
                Books: MonthFigures.OfLedger(reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6)),
                BankDays: MonthFigures.OfLedger(reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9), reader.GetInt64(10))),
            cancellation)).ToDictionary(row => row.Key, row => (row.Books, row.BankDays));
}
