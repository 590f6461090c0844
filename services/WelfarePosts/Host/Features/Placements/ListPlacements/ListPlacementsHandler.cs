using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Placements.ListPlacements;

/// <summary>People in post of a place, employer or post (在岗人员清单), oldest first, masked.</summary>
internal sealed class ListPlacementsHandler(PlacementQueries queries, PlacementAnswers answers)
{
    public async Task<ListPlacementsResponse> HandleAsync(ListPlacementsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var page = PlacementPage.Read(faults, request, request.Division, request.PageSize);
        var employer = request.EmployerId.Length > 0 ? faults.Id(request.EmployerId, "employer_id", "用人单位标识应为 UUID") : (Guid?)null;
        var post = request.PostId.Length > 0 ? faults.Id(request.PostId, "post_id", "岗位标识应为 UUID") : (Guid?)null;
        faults.Demand(Enum.IsDefined(request.State), "state", "请从接口定义的在岗状态中选择").ThrowIfAny();
        var (after, state, isOpen) = (page.After, request.State, request.EmploymentOpen);
        var found = await queries.In(request.Division, caller)
            .Where(one => one.Id > after)
            .Where(one => (employer == null || one.EmployerId == employer) && (post == null || one.PostId == post))
            .Where(one => state == PlacementState.Unspecified || one.State == state)
            .Where(one => !isOpen || (one.EndedOn != null && one.EmploymentId != null && !one.EmploymentEnded))
            .OrderBy(one => one.Id).Take(page.Size + 1).ToListAsync(cancellation);
        return new() { Placements = { await answers.OfAsync([.. found.Take(page.Size)], cancellation) }, NextPageToken = page.Next(request, found, one => one.Id) };
    }
}
