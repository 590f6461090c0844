using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Months.ListMonthLines;

/// <summary>Who is paid what, who is not and by which clause (核算明细), by placement.</summary>
internal sealed class ListMonthLinesHandler(WelfarePostsDbContext database, MonthQueries queries)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListMonthLinesResponse> HandleAsync(ListMonthLinesRequest request, Caller caller, CancellationToken cancellation)
    {
        var (size, after, employer) = Validate(request);
        var (run, visible) = await queries.RunOfLinesAsync(request.RunId, caller, cancellation);
        MonthQueries.DemandComputed(run);
        var division = request.Division.Length > 0 ? request.Division : visible;
        caller.DemandDivision(division);
        var (id, outcome) = (run.Id, (short)request.Outcome);
        var lines = queries.Lines(database.Set<PostMonthLine>().AsNoTracking().Where(line => line.RunId == id && line.PlacementId > after));
        lines = outcome == 0 ? lines : lines.Where(one => one.Line.Outcome == outcome);
        lines = request.ToRecoverOnly ? lines.Where(one => one.Line.AmountFen < 0) : lines;
        lines = employer is null ? lines : lines.Where(one => one.Placement.EmployerId == employer);
        if (division != run.Division)
        {
            var (from, to) = DivisionRange.Of(division);
            lines = lines.Where(one => string.Compare(one.Placement.Division, from) >= 0 && string.Compare(one.Placement.Division, to) < 0);
        }

        var found = await lines.OrderBy(one => one.Line.PlacementId).Take(size + 1).ToListAsync(cancellation);
        return new()
        {
            Lines = { found.Take(size).Select(one => one.ToContract(caller)) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Line.PlacementId.ToString("N")) : "",
        };
    }

    private static (int Size, Guid After, Guid? Employer) Validate(ListMonthLinesRequest request)
    {
        var faults = new RequestFaults();
        faults.Demand(Enum.IsDefined(request.Outcome), "outcome", "请从接口定义的决定结果中选择，不限时不填");
        if (request.Division.Length > 0)
        {
            faults.Division(request.Division, "division");
        }

        var employer = request.EmployerId.Length > 0 ? faults.Id(request.EmployerId, "employer_id", "用人单位标识应为本平台给出的 UUID，不限时不填") : (Guid?)null;
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var position = faults.Position(request, parts: 1);
        var after = Guid.Empty;
        faults.Demand(
            position is null || Guid.TryParseExact(position[0], "N", out after), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token").ThrowIfAny();
        return (size, after, employer);
    }
}
