using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.ListRegistrationCounts;

/// <summary>Figures by division and period, a page at a time (登记失业人数明细).</summary>
internal sealed class ListRegistrationCountsHandler(StatisticsDbContext database)
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;

    public async Task<ListRegistrationCountsResponse> HandleAsync(
        ListRegistrationCountsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (area, after) = Validate(request);
        caller.DemandDivision(request.Division);

        var pageSize = request.PageSize == 0 ? DefaultPageSize : request.PageSize;
        var figures = await database.Tallies.AsNoTracking()
            .Where(tally => tally.Division.StartsWith(area)
                && string.Compare(tally.Period, request.FromPeriod) >= 0
                && string.Compare(tally.Period, request.ToPeriod) <= 0
                && EF.Functions.GreaterThan(ValueTuple.Create(tally.Division, tally.Period), ValueTuple.Create(after.Division, after.Period)))
            .OrderBy(tally => tally.Division).ThenBy(tally => tally.Period)
            .Take(pageSize + 1)
            .ToListAsync(cancellation);

        var page = figures.Take(pageSize).ToList();
        var live = await database.LiveAsync([.. page.Select(tally => (tally.Division, LastDayOf(tally)))], cancellation);
        return new ListRegistrationCountsResponse
        {
            Counts = { page.Zip(live, (tally, number) => tally.ToContract(number)) },
            NextPageToken = figures.Count > pageSize ? PageToken.After(request, page[^1].Division, page[^1].Period) : "",
        };
    }

    private static DateOnly? LastDayOf(RegistrationTally tally) =>
        ReportPeriods.Decide(tally.Division, YearMonth.Parse(tally.Period)).Result?.Days.To;

    private static (string Area, (string Division, string Period) After) Validate(ListRegistrationCountsRequest request)
    {
        var query = new FigureQuery();
        var area = query.Area("division", request.Division);
        var from = query.Period("from_period", request.FromPeriod);
        var to = query.Period("to_period", request.ToPeriod);
        query.Demand(from <= to, "to_period", "截止报表期不得早于起始报表期");
        query.Demand(request.PageSize is >= 0 and <= MaxPageSize, "page_size", $"每页条数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}");
        var read = PageToken.TryRead(request, parts: 2, out var after);
        query.Demand(read, "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        query.DemandValid();
        return (area, after is [var division, var period] ? (division, period) : ("", ""));
    }
}
