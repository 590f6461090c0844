using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Features.Posts.ListPosts;

/// <summary>Posts of a place (岗位清单), oldest first.</summary>
internal sealed class ListPostsHandler(WelfarePostsDbContext database, PostQueries posts)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListPostsResponse> HandleAsync(ListPostsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults()
            .Demand(Enum.IsDefined(request.State), "state", "请从接口定义的岗位状态中选择，不限时不填")
            .Demand(Enum.IsDefined(request.Kind), "kind", "请选择城镇、乡村或临时性城镇岗位，不限时不填");
        var division = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        var employer = request.EmployerId.Length > 0 ? faults.Id(request.EmployerId, "employer_id", "用人单位标识应为登记时给出的 UUID，不限时不填") : (Guid?)null;
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var position = faults.Position(request, parts: 1);
        var after = position is null ? Guid.Empty : faults.Id(position[0], "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        faults.ThrowIfAny();
        caller.DemandDivision(division);

        var found = await Of(division, employer, request).Where(one => one.Id > after).OrderBy(one => one.Id).Take(size + 1).ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        var placed = await posts.PlacedAsync([.. page.Select(one => one.Id)], cancellation);
        return new ListPostsResponse
        {
            Posts = { page.Select(one => one.ToContract(placed.GetValueOrDefault(one.Id))) },
            NextPageToken = found.Count > size ? PageToken.After(request, page[^1].Id.ToString()) : "",
        };
    }

    private IQueryable<Post> Of(string division, Guid? employer, ListPostsRequest request)
    {
        var (from, to) = DivisionRange.Of(division);
        var wanted = database.Posts.AsNoTracking().Where(one => string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0);
        wanted = request.State == PostState.Unspecified ? wanted : wanted.Where(one => one.State == request.State);
        wanted = request.Kind == PostKind.Unspecified ? wanted : wanted.Where(one => one.Kind == request.Kind);
        wanted = employer is { } id ? wanted.Where(one => one.EmployerId == id) : wanted;
        return request.Vacant
            ? wanted.Where(one => one.State == PostState.Open
                && one.Places > database.Placements.Count(placement => placement.PostId == one.Id && placement.State != PlacementState.Left))
            : wanted;
    }
}
