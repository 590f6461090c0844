using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Supervision;
using Group = Wenye.WelfarePosts.Domain.People.HardshipGroup;
using Kind = Wenye.WelfarePosts.Domain.Posts.PostKind;

namespace Wenye.WelfarePosts.Features.Supervision.GetQuarterReport;

/// <summary>Figures of a quarter (按季度报送), 38号 八, as the records stand now.</summary>
internal sealed class GetQuarterReportHandler(WelfarePostsDbContext database)
{
    private const int FirstYear = 2020;
    private const int MonthsOfQuarter = 3;

    public async Task<GetQuarterReportResponse> HandleAsync(GetQuarterReportRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var division = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        faults
            .Demand(request.Year is >= FirstYear and <= 9998, "year", $"年度应为 {FirstYear} 年及以后")
            .Demand(request.Quarter is >= 1 and <= 4, "quarter", "季度应为 1 至 4")
            .ThrowIfAny();
        caller.DemandDivision(division);

        var first = new DateOnly(request.Year, ((request.Quarter - 1) * MonthsOfQuarter) + 1, 1);
        var quarter = new DateRange(first, first.AddMonths(MonthsOfQuarter).AddDays(-1));
        var area = DivisionRange.Of(division);
        var counts = PostQuarter.Of(await SpellsAsync(area, quarter, cancellation), quarter);
        return new GetQuarterReportResponse
        {
            Lines = { counts.OrderBy(one => one.Key).Select(one => Line(one.Key.Post, one.Key.Group, one.Value)) },
            Money = { (await MoneyAsync(area, quarter, cancellation)).Select(one => new QuarterMoney { Benefit = one.Benefit, Payments = one.Payments, PaidFen = one.Paid }) },
        };
    }

    private async Task<IEnumerable<PostSpell>> SpellsAsync(DivisionRange area, DateRange quarter, CancellationToken cancellation)
    {
        var (from, to, first, last) = (area.From, area.To, quarter.From, quarter.To);
        var placements = await database.Placements.AsNoTracking()
            .Where(one => string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0 && one.State != PlacementState.Agreed)
            .Where(one => one.StartedOn <= last && (one.EndedOn == null || one.EndedOn >= first))
            .Select(one => new { one.Kind, one.Group, one.StartedOn, one.EndedOn, one.Ground }).ToListAsync(cancellation);
        return placements.Select(one => new PostSpell((Kind)one.Kind, (Group)one.Group, one.StartedOn, one.EndedOn, one.Ground == ExitGround.Employed));
    }

    // By the day the bank paid, or booked where no day is told.
    private Task<List<PaidOfBenefit>> MoneyAsync(DivisionRange area, DateRange quarter, CancellationToken cancellation) => database.Database.SqlQuery<PaidOfBenefit>(
        $"""
        SELECT payable.benefit, count(*) AS payments, sum(posting.amount_fen)::bigint AS paid
        FROM ledger_entry entry JOIN ledger_posting posting ON posting.entry = entry.sequence JOIN payable ON payable.id = entry.payable_id
        WHERE posting.account = 'spent' AND posting.amount_fen > 0 AND payable.division >= {area.From} AND payable.division < {area.To}
            AND coalesce(entry.value_date, (entry.booked_at AT TIME ZONE 'Asia/Shanghai')::date) BETWEEN {quarter.From} AND {quarter.To}
        GROUP BY payable.benefit ORDER BY payable.benefit
        """).ToListAsync(cancellation);

    private static QuarterLine Line(Kind kind, Group group, QuarterCounts counts) => new()
    {
        Kind = (PostKind)kind,
        Group = (HardshipGroup)group,
        InPostAtStart = counts.InPostAtStart,
        Placed = counts.Placed,
        Left = counts.Left,
        FoundWork = counts.FoundWork,
        InPostAtEnd = counts.InPostAtEnd,
    };

    private sealed record PaidOfBenefit(string Benefit, long Payments, long Paid);
}
