using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Features.NewEmployment;

namespace Wenye.Statistics.Features.Reports.CompareReportVersions;

/// <summary>The employments that entered or left between two states (进出的就业记录), each as it stands now.</summary>
internal sealed class MovedRecords(StatisticsDbContext database)
{
    private const string Reading = "statistics.records.read";
    private const int UsualPage = 100;
    private const int LongestPage = 1000;

    /// <summary>Which page is asked for.</summary>
    public static (Guid After, int Size) Page(FigureQuery query, CompareReportVersionsRequest request)
    {
        query.Demand(request.PageSize is >= 0 and <= LongestPage, "page_size", $"每页条数应为 1 至 {LongestPage}，0 表示 {UsualPage}");
        var id = Guid.Empty;
        var isRead = PageToken.TryRead(request, parts: 1, out var after) && (after is null || Guid.TryParseExact(after[0], "D", out id));
        query.Demand(isRead, "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        return (id, request.PageSize == 0 ? UsualPage : request.PageSize);
    }

    /// <summary>Adds how many moved, and for who may see records a page of them.</summary>
    public async Task AddAsync(
        CompareReportVersionsResponse answer, CompareReportVersionsRequest request, Guid[] was, Guid[] now, (Guid After, int Size) page, Caller caller, CancellationToken cancellation)
    {
        var entered = now.Except(was).ToHashSet();
        var left = was.Except(now).ToHashSet();
        (answer.Entered, answer.Left) = (entered.Count, left.Count);
        if (!Roles.Grant(caller.Roles, Reading))
        {
            return;
        }

        var keys = entered.Union(left).Order().Where(key => key.CompareTo(page.After) > 0).Take(page.Size + 1).ToList();
        var shown = keys.Take(page.Size).ToList();
        var records = await database.Set<EmploymentVerdict>().AsNoTracking().Where(verdict => shown.Contains(verdict.EmploymentId))
            .Join(database.Set<RegisteredEmployment>(), verdict => verdict.EmploymentId, employment => employment.EmploymentId, (verdict, employment) => new { verdict, employment })
            .ToListAsync(cancellation);
        answer.Moved.AddRange(records.OrderBy(one => one.verdict.EmploymentId).Select(one => new MovedRecord
        {
            Entered = entered.Contains(one.verdict.EmploymentId), Record = one.verdict.ToContract(one.employment),
        }));
        answer.NextPageToken = keys.Count > page.Size ? PageToken.After(request, shown[^1].ToString()) : "";
    }
}
