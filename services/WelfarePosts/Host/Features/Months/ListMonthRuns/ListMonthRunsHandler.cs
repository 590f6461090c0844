using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Months.ListMonthRuns;

/// <summary>Runs of a place and what is below it, newest first (核算清单).</summary>
internal sealed class ListMonthRunsHandler(WelfarePostsDbContext database)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListMonthRunsResponse> HandleAsync(ListMonthRunsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var division = request.Division.Length > 0 ? request.Division : caller.Division;
        faults.Division(division, "division");
        DateOnly? month = request.Month.Length > 0 ? PostFields.Month(faults, request.Month) : null;
        faults.Demand(Enum.IsDefined(request.State), "state", "请从接口定义的核算状态中选择，不限时不填");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 1);
        var last = Guid.Empty;
        faults.Demand(
            after is null || Guid.TryParseExact(after[0], "N", out last), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token").ThrowIfAny();
        caller.DemandDivision(division);
        var (from, to) = DivisionRange.Of(division);
        var found = await database.Set<PostMonthRun>().AsNoTracking()
            .Where(run => string.Compare(run.Division, from) >= 0 && string.Compare(run.Division, to) < 0)
            .Where(run => month == null || run.Month == month)
            .Where(run => request.State == MonthRunState.Unspecified || run.State == request.State)
            .Where(run => after == null || run.Id < last)
            .OrderByDescending(run => run.Id).Take(size + 1).ToListAsync(cancellation);
        return new()
        {
            Runs = { found.Take(size).Select(run => run.ToContract(run.State == MonthRunState.Computing ? 0 : run.Placements)) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Id.ToString("N")) : "",
        };
    }
}
