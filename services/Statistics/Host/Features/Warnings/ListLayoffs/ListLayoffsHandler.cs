using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Warnings;
using Wenye.Statistics.Features.Verification;
using Notice = Wenye.Contracts.Statistics.V1.LayoffNotice;

namespace Wenye.Statistics.Features.Warnings.ListLayoffs;

/// <summary>Layoffs that were reported, and those seen in the firms' months without a notice (裁员情况).</summary>
internal sealed class ListLayoffsHandler(StatisticsDbContext database, ParameterSet parameters)
{
    private const int MostMonths = 24;
    private const int MostShown = 1000;

    public async Task<ListLayoffsResponse> HandleAsync(ListLayoffsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var area = faults.Area(request.Division);
        var (from, to) = (faults.Period(request.FromMonth, field: "from_month"), faults.Period(request.ToMonth, field: "to_month"));
        faults.Demand(from <= to && to < from.AddMonths(MostMonths), "to_month", $"截止月份不得早于起始月份，一次至多查询 {MostMonths} 个月").ThrowIfAny();
        caller.DemandDivision(request.Division);
        var answer = new ListLayoffsResponse { Unreported = { await SeenAsync(area, from, to, cancellation) } };
        if (!request.UnreportedOnly)
        {
            var (first, last) = (from.ToString(), to.ToString());
            var reported = await database.Set<ReportedLayoff>().AsNoTracking()
                .Where(layoff => layoff.Division.StartsWith(area) && string.Compare(layoff.Month, first) >= 0 && string.Compare(layoff.Month, last) <= 0)
                .OrderByDescending(layoff => layoff.Id).Take(MostShown).ToListAsync(cancellation);
            answer.Reported.AddRange(reported.Select(layoff => layoff.ToContract()));
        }

        return answer;
    }

    // A notice covers what is seen at the end of its month and of the next: layoffs that began in it go on.
    private async Task<IEnumerable<Notice>> SeenAsync(string area, YearMonth from, YearMonth to, CancellationToken cancellation)
    {
        var (like, first, last) = ($"{area}%", from.ToString(), to.ToString());
        var rows = await database.Database.SqlQuery<Seen>($"""
            SELECT firm.code, firm.division, now.month, coalesce(now.laid_off, before.employees - now.employees) AS layoffs, now.laid_off IS NOT NULL AS stated, before.employees
            FROM monitored_firm_month AS now JOIN monitored_firm AS firm USING (code)
            LEFT JOIN monitored_firm_month AS before ON before.code = now.code AND before.month = to_char((now.month || '-01')::date - interval '1 month', 'YYYY-MM')
            WHERE firm.division LIKE {like} AND now.month BETWEEN {first} AND {last} AND coalesce(now.laid_off, before.employees - now.employees) > 0
                AND NOT EXISTS (SELECT FROM reported_layoff AS told WHERE told.code = now.code
                    AND told.month IN (now.month, to_char((now.month || '-01')::date - interval '1 month', 'YYYY-MM')))
            ORDER BY now.month DESC, firm.code
            """).ToListAsync(cancellation);
        return rows.Select(row => (Row: row, Decision: LayoffAnswers.Large(row.Layoffs, row.Employees, parameters.At(Division.Parse(row.Division), YearMonth.Parse(row.Month).LastDay))))
            .Where(one => one.Decision.Outcome == Outcome.Granted).Take(MostShown).Select(one => Of(one.Row, one.Decision));
    }

    private static Notice Of(Seen row, Decision decision)
    {
        var notice = new Notice { Code = row.Code, Division = row.Division, Layoffs = row.Layoffs, Month = row.Month, Stated = row.Stated, Large = decision.ToContract() };
        if (row.Employees is { } employees)
        {
            notice.Employees = employees;
        }

        return notice;
    }

    private sealed record Seen(string Code, string Division, string Month, int Layoffs, bool Stated, int? Employees);
}
