using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using PostPlan = Wenye.WelfarePosts.Data.PostPlan;

namespace Wenye.WelfarePosts.Features.Posts.ListPlans;

/// <summary>Plans of a place, above it and below it with their use (开发计划执行情况).</summary>
internal sealed class ListPlansHandler(WelfarePostsDbContext database, Plans plans)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListPlansResponse> HandleAsync(ListPlansRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var division = faults.Division(request.Division, "division");
        faults.Demand(request.Year is >= 2000 and <= 9999, "year", "请填写四位年度");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var (afterPlace, afterKind) = After(faults, request);
        faults.ThrowIfAny();
        caller.DemandDivision(division.Code);

        var found = await Of(division, request.Year)
            .Where(one => string.Compare(one.Division, afterPlace) > 0 || (one.Division == afterPlace && (int)one.Kind > afterKind))
            .OrderBy(one => one.Division).ThenBy(one => one.Kind).Take(size + 1).ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        return new ListPlansResponse
        {
            Plans = { (await plans.UsesAsync(page, request.Year, cancellation)).Select(use => use.ToContract()) },
            NextPageToken = found.Count > size
                ? PageToken.After(request, page[^1].Division, ((int)page[^1].Kind).ToString(CultureInfo.InvariantCulture))
                : "",
        };
    }

    private static (string Place, int Kind) After(RequestFaults faults, ListPlansRequest request)
    {
        var position = faults.Position(request, parts: 2);
        var kind = 0;
        faults.Demand(
            position is null || int.TryParse(position[1], NumberStyles.None, CultureInfo.InvariantCulture, out kind),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        return (position?[0] ?? "", kind);
    }

    private IQueryable<PostPlan> Of(Division division, int year)
    {
        var (from, to) = DivisionRange.Of(division.Code);
        string[] above = [.. division.SelfAndAbove.Select(one => one.Code)];
        return database.Set<PostPlan>().AsNoTracking().Where(one => one.Year == year
            && (above.Contains(one.Division) || (string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0)));
    }
}
