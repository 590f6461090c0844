using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Post = Wenye.WelfarePosts.Data.Post;
using PostPlan = Wenye.WelfarePosts.Data.PostPlan;

namespace Wenye.WelfarePosts.Features.Posts;

/// <summary>What is developed under plans (开发计划执行): a post counts for its county's plan of the year and for each one above.</summary>
internal sealed class Plans(WelfarePostsDbContext database, PostFields fields)
{
    /// <summary>Develops a post's places (占用计划), under the locks of its plans.</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason PLAN_MISSING or PLAN_EXCEEDED: it says how much is left.</exception>
    public async Task DevelopAsync(Post post, bool reserve, CancellationToken cancellation)
    {
        var (year, kind) = (fields.Today.Year, (int)post.Kind);
        string[] places = [.. Division.Parse(post.Division).SelfAndAbove.Where(one => one.Level != DivisionLevel.Nation).Select(one => one.Code)];
        var plans = await database.Set<PostPlan>()
            .FromSql($"SELECT * FROM post_plan WHERE division = ANY({places}) AND year = {year} AND kind = {kind} ORDER BY division FOR NO KEY UPDATE")
            .ToListAsync(cancellation);
        if (plans.Count == 0)
        {
            throw RpcErrors.FailedPrecondition(
                "PLAN_MISSING", Text($"该县（市、区）及其上级没有 {year} 年该类岗位的开发计划（鲁人社字〔2020〕36号 第四条），请先下达计划"));
        }

        var uses = await UsesAsync(plans, year, cancellation);
        foreach (var (plan, use) in plans.Zip(uses))
        {
            var left = reserve ? use.LeftReserve : use.Left;
            if (left < post.Places)
            {
                throw RpcErrors.FailedPrecondition(
                    "PLAN_EXCEEDED",
                    Text($"{plan.Division} 的 {year} 年开发计划{(reserve ? "储备" : "")}只剩 {left} 个岗位，本岗位需 {post.Places} 个，请减少岗位数或先调整计划"));
            }
        }

        await AppendAsync(post, year, reserve, post.Places, cancellation);
    }

    /// <summary>Gives places back to the plan of the year in which they were developed (退回计划); of a post that never was nothing.</summary>
    public async Task GiveBackAsync(Post post, int places, CancellationToken cancellation)
    {
        var first = await database.Set<PostDevelopment>().AsNoTracking().Where(line => line.PostId == post.Id).OrderBy(line => line.Sequence).FirstOrDefaultAsync(cancellation);
        if (first is not null && places > 0)
        {
            await AppendAsync(post, first.Year, first.Reserve, -places, cancellation);
        }
    }

    /// <summary>The use of plans of a year (执行情况), in their order.</summary>
    public async Task<IReadOnlyList<PlanUse>> UsesAsync(IReadOnlyList<PostPlan> plans, int year, CancellationToken cancellation)
    {
        // By county, kind and reserve: a few hundred sums for the whole province.
        var sums = await database.Set<PostDevelopment>().Where(line => line.Year == year)
            .GroupBy(line => new { line.Division, line.Kind, line.Reserve })
            .Select(group => new { group.Key.Division, group.Key.Kind, group.Key.Reserve, Places = group.Sum(line => line.Places) })
            .ToListAsync(cancellation);
        return
        [
            .. plans.Select(plan =>
            {
                var area = DivisionRange.Of(plan.Division).From;
                var own = sums.Where(sum => sum.Kind == plan.Kind && sum.Division.StartsWith(area, StringComparison.Ordinal)).ToList();
                return new PlanUse(plan, own.Sum(sum => sum.Places), own.Where(sum => sum.Reserve).Sum(sum => sum.Places));
            }),
        ];
    }

    private async Task AppendAsync(Post post, int year, bool reserve, int places, CancellationToken cancellation)
    {
        var last = await database.Set<PostDevelopment>().Where(line => line.PostId == post.Id).MaxAsync(line => (int?)line.Sequence, cancellation) ?? 0;
        database.Add(new PostDevelopment
        {
            PostId = post.Id, Sequence = last + 1, Year = year, Division = post.Division, Kind = post.Kind, Reserve = reserve, Places = places,
        });
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A plan and what is developed under it (计划执行情况).</summary>
/// <param name="Plan">岗位开发计划.</param>
/// <param name="Developed">已开发, those in reserve included.</param>
/// <param name="DevelopedReserve">其中储备.</param>
internal sealed record PlanUse(PostPlan Plan, int Developed, int DevelopedReserve)
{
    /// <summary>Still to be developed, without the reserve (剩余).</summary>
    public int Left => Plan.Places - Plan.ReservePlaces - (Developed - DevelopedReserve);

    /// <summary>储备剩余.</summary>
    public int LeftReserve => Plan.ReservePlaces - DevelopedReserve;

    public Contract.PostPlan ToContract() => new()
    {
        Division = Plan.Division,
        Year = Plan.Year,
        Kind = Plan.Kind,
        Places = Plan.Places,
        ReservePlaces = Plan.ReservePlaces,
        Developed = Developed,
        DevelopedReserve = DevelopedReserve,
        Left = Left,
        LeftReserve = LeftReserve,
    };
}
