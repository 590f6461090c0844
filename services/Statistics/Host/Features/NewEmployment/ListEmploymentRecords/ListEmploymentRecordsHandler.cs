using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Features.NewEmployment.Judging;

namespace Wenye.Statistics.Features.NewEmployment.ListEmploymentRecords;

/// <summary>The employments behind a figure (逐人明细), a page at a time.</summary>
internal sealed class ListEmploymentRecordsHandler(StatisticsDbContext database)
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;
    private const string AfterDigits = "~";

    public async Task<ListEmploymentRecordsResponse> HandleAsync(ListEmploymentRecordsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (area, after) = Validate(request);
        caller.DemandDivision(request.Division);
        var pageSize = request.PageSize == 0 ? DefaultPageSize : request.PageSize;

        // From where to where, and not by pattern: a statement planned for any value reads the index from end to end for a pattern.
        var end = area + AfterDigits;
        var verdicts = OfOutcome(database.Set<EmploymentVerdict>().AsNoTracking(), request.Outcome)
            .Where(verdict => verdict.Period == request.Period && string.Compare(verdict.Division, end) < 0
                && EF.Functions.GreaterThan(ValueTuple.Create(verdict.Division, verdict.EmploymentId), ValueTuple.Create(after.Division, after.Id)));

        if (request.Clause is { } clause)
        {
            var ground = $"{clause.Document} {clause.Item}";
            verdicts = verdicts.Where(verdict => verdict.Ground == ground);
        }

        verdicts = RecordParts.Only(verdicts, database.Set<RegisteredEmployment>(), request.Parts);
        var found = await verdicts.OrderBy(verdict => verdict.Division).ThenBy(verdict => verdict.EmploymentId).Take(pageSize + 1)
            .Join(database.Set<RegisteredEmployment>(), verdict => verdict.EmploymentId, employment => employment.EmploymentId, (verdict, employment) => new { verdict, employment })
            .OrderBy(one => one.verdict.Division).ThenBy(one => one.verdict.EmploymentId)
            .ToListAsync(cancellation);
        var page = found.Take(pageSize).ToList();
        return new ListEmploymentRecordsResponse
        {
            Records = { page.Select(one => one.verdict.ToContract(one.employment)) },
            NextPageToken = found.Count > pageSize ? PageToken.After(request, page[^1].verdict.Division, page[^1].verdict.EmploymentId.ToString()) : "",
        };
    }

    // Written out, so that the index of those that are asked for serves.
    private static IQueryable<EmploymentVerdict> OfOutcome(IQueryable<EmploymentVerdict> verdicts, RecordOutcome outcome) => outcome switch
    {
        RecordOutcome.Counted => verdicts.Where(verdict => verdict.Outcome == PersonJudge.Counted),
        RecordOutcome.Excluded => verdicts.Where(verdict => verdict.Outcome == PersonJudge.Excluded),
        RecordOutcome.Asked => verdicts.Where(verdict => verdict.Outcome == PersonJudge.Asked),
        _ => verdicts,
    };

    private static (string Area, (string Division, Guid Id) After) Validate(ListEmploymentRecordsRequest request)
    {
        var query = new FigureQuery();
        var area = query.Area("division", request.Division);
        query.Period("period", request.Period);
        query.Demand(Enum.IsDefined(request.Outcome), "outcome", "请选择计入、不计入或待补正，不填为全部");
        query.Demand(request.Parts.All(RecordParts.IsKnown), "parts", "分项应与城镇新增就业报表的分组一致，如 form、industry、sex");
        query.Demand(request.PageSize is >= 0 and <= MaxPageSize, "page_size", $"每页条数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}");
        var id = Guid.Empty;
        var read = PageToken.TryRead(request, parts: 2, out var after) && (after is null || Guid.TryParse(after[1], out id));
        query.Demand(read, "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        query.DemandValid();
        return (area, (after is [var division, _] ? division : area, id));
    }
}
