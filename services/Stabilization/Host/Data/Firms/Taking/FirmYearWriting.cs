using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.Stabilization.Domain.Refunds;
using Kind = Wenye.Stabilization.Domain.Refunds.ReductionKind;

namespace Wenye.Stabilization.Data;

/// <summary>Writes months into the years of firms and keeps their sums true (年度参保缴费写入), in the caller's transaction.</summary>
/// <remarks>Whoever writes a firm's years holds the firm, so what is read here cannot change before it is written back.</remarks>
internal sealed class FirmYearWriting(StabilizationDbContext database, FirmTables tables)
{
    // 26号 二(二)3
    private static readonly short[] LayoffKinds = [.. Enum.GetValues<Kind>().Where(Domain.Refunds.LayoffKinds.Counts).Select(kind => (short)kind)];

    /// <summary>Takes months and adds up again what they, and reductions written before, changed.</summary>
    /// <param name="months">By firm, in the order in which they were said.</param>
    /// <param name="reduced">Firms and years of which reductions were written.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task WriteAsync(
        IReadOnlyCollection<(long Firm, ContributionRow Row)> months, IReadOnlyCollection<(long Firm, int Year)> reduced, CancellationToken cancellation)
    {
        var years = reduced.Concat(months.Select(month => (month.Firm, YearMonth.Parse(month.Row.Month).Year))).Distinct().Order().ToList();
        if (years.Count == 0)
        {
            return;
        }

        var stored = await StoredAsync(years, cancellation);
        var all = years.ToDictionary(key => key, key => stored.GetValueOrDefault(key) ?? FirmYear.Unknown(key.Firm, key.Year));
        foreach (var (firm, row) in months)
        {
            var month = YearMonth.Parse(row.Month);
            all[(firm, month.Year)].Say(month.Month, row.Insured, row.DueFen, row.PaidFen, (short)row.Relief);
        }

        foreach (var (key, people) in await LaidOffAsync(reduced, cancellation))
        {
            all[key].LaidOff = people;
        }

        foreach (var year in all.Values)
        {
            year.AddUp();
        }

        await ReplaceAsync(all.Values, stored.Count > 0, cancellation);
        await AddUpEarlierYearsAsync([.. years.Select(year => year.Firm).Distinct()], cancellation);
    }

    private async Task<Dictionary<(long Firm, int Year), FirmYear>> StoredAsync(IReadOnlyCollection<(long Firm, int Year)> years, CancellationToken cancellation)
    {
        var (firms, numbers) = Columns(years);
        return await database.Set<FirmYear>().FromSql(
                $"SELECT y.* FROM firm_year y JOIN unnest({firms}, {numbers}) AS k(firm, number) ON y.firm_id = k.firm AND y.year = k.number")
            .AsNoTracking().ToDictionaryAsync(year => (year.FirmId, year.Year), cancellation);
    }

    private async Task<Dictionary<(long Firm, int Year), int>> LaidOffAsync(IReadOnlyCollection<(long Firm, int Year)> reduced, CancellationToken cancellation)
    {
        var sums = reduced.Distinct().ToDictionary(year => year, _ => 0);
        if (sums.Count == 0)
        {
            return sums;
        }

        var (firms, numbers) = Columns(sums.Keys);
        var found = await database.Database.SqlQuery<YearSum>(
            $"""
            SELECT k.firm, k.number AS year, sum(r.people)::int AS people
            FROM unnest({firms}, {numbers}) AS k(firm, number)
            JOIN firm_reduction r ON r.firm_id = k.firm AND r.month BETWEEN make_date(k.number, 1, 1) AND make_date(k.number, 12, 31)
            WHERE r.kind = ANY({LayoffKinds})
            GROUP BY k.firm, k.number
            """).ToListAsync(cancellation);
        found.ForEach(sum => sums[(sum.Firm, sum.Year)] = sum.People);
        return sums;
    }

    // Away and back by COPY: months are arrays, which no unnest can carry.
    private async Task ReplaceAsync(IReadOnlyCollection<FirmYear> years, bool someAreStored, CancellationToken cancellation)
    {
        if (someAreStored)
        {
            var (firms, numbers) = Columns(years.Select(year => (year.FirmId, year.Year)));
            await database.Database.ExecuteSqlAsync(
                $"DELETE FROM firm_year y USING unnest({firms}, {numbers}) AS k(firm, number) WHERE y.firm_id = k.firm AND y.year = k.number",
                cancellation);
        }

        await tables.Years.CopyAsync((NpgsqlConnection)database.Database.GetDbConnection(), [.. years], cancellation);
    }

    // Each year carries the numbers of the years before it: a screening then reads two years of a firm, not all.
    private Task<int> AddUpEarlierYearsAsync(long[] firms, CancellationToken cancellation) => database.Database.ExecuteSqlAsync(
        $"""
        UPDATE firm_year y SET paid_months_before = s.paid, arrears_months_before = s.arrears
        FROM (
            SELECT firm_id, year,
                coalesce(sum(bit_count(paid_months::int::bit(12))) OVER earlier, 0)::smallint AS paid,
                coalesce(sum(bit_count(arrears_months::int::bit(12))) OVER earlier, 0)::smallint AS arrears
            FROM firm_year WHERE firm_id = ANY({firms})
            WINDOW earlier AS (PARTITION BY firm_id ORDER BY year ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) s
        WHERE y.firm_id = s.firm_id AND y.year = s.year AND (y.paid_months_before, y.arrears_months_before) <> (s.paid, s.arrears)
        """,
        cancellation);

    private static (long[] Firms, int[] Years) Columns(IEnumerable<(long Firm, int Year)> keys)
    {
        var list = keys.ToList();
        return ([.. list.Select(key => key.Firm)], [.. list.Select(key => key.Year)]);
    }

    private sealed record YearSum(long Firm, int Year, int People);
}
