using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Supervision.ListInspections;

/// <summary>Inspections of a place (检查清单), latest first.</summary>
internal sealed class ListInspectionsHandler(WelfarePostsDbContext database)
{
    private const int UsualPage = 20;
    private const int LongestPage = 100;

    public async Task<ListInspectionsResponse> HandleAsync(ListInspectionsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var division = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        var employer = request.EmployerId.Length > 0 ? faults.Id(request.EmployerId, "employer_id", "用人单位标识应为登记时给出的 UUID，不限时不填") : Guid.Empty;
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var position = faults.Position(request, parts: 1);
        var before = position is null ? Guid.AllBitsSet : faults.Id(position[0], "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        faults.ThrowIfAny();
        caller.DemandDivision(division);

        var (from, to) = DivisionRange.Of(division);
        var found = await database.Set<Data.Inspection>().AsNoTracking()
            .Where(one => string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0 && one.Id < before && (employer == Guid.Empty || one.EmployerId == employer))
            .OrderByDescending(one => one.Id).Take(size + 1).ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        Guid[] ids = [.. page.Select(one => one.Id)];
        var decisions = (await database.Set<RecordDecision>().AsNoTracking().Where(one => ids.Contains(one.RecordId)).OrderBy(one => one.Sequence).ToListAsync(cancellation))
            .ToLookup(one => one.RecordId, one => StoredDecisions.ToContract(one.Decision));
        var steps = (await database.Set<RecordStep>().AsNoTracking().Where(one => ids.Contains(one.RecordId)).OrderBy(one => one.Sequence).ToListAsync(cancellation)).ToLookup(one => one.RecordId);
        return new ListInspectionsResponse
        {
            Inspections = { page.Select(one => one.ToContract(decisions[one.Id], steps[one.Id], caller)) },
            NextPageToken = found.Count > size ? PageToken.After(request, page[^1].Id.ToString()) : "",
        };
    }
}
