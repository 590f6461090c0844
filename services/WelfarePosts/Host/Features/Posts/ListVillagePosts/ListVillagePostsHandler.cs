using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Posts.ListVillagePosts;

/// <summary>Places by village (一村多岗预警), 38号 八.</summary>
internal sealed class ListVillagePostsHandler(WelfarePostsDbContext database, Villages villages)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListVillagePostsResponse> HandleAsync(ListVillagePostsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults().Demand(request.LeastPlaces >= 0, "least_places", "岗位数应不小于 0，0 表示不限");
        var division = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 1)?[0] ?? "";
        faults.ThrowIfAny();
        caller.DemandDivision(division);

        var (from, to) = DivisionRange.Of(division);
        var found = await database.Posts
            .Where(one => one.VillageCode != null && string.Compare(one.VillageCode, after) > 0 && (one.State == PostState.Open || one.State == PostState.Reserved)
                && string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0)
            .GroupBy(one => one.VillageCode!).Select(group => new { Village = group.Key, Posts = group.Count(), Places = group.Sum(one => one.Places) })
            .Where(one => one.Places >= request.LeastPlaces).OrderBy(one => one.Village).Take(size + 1).ToListAsync(cancellation);
        return new ListVillagePostsResponse
        {
            Villages =
            {
                found.Take(size).Select(one => new Contract.VillagePosts
                {
                    VillageCode = one.Village, Posts = one.Posts, Places = one.Places, Decision = villages.Decide(one.Village, one.Places),
                }),
            },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Village) : "",
        };
    }
}
