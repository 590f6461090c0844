using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>How many places of posts nobody has and no round offers (空缺), counted under the locks of the posts.</summary>
internal sealed class Vacancies(WelfarePostsDbContext database)
{
    /// <summary>Locks the posts until the open transaction ends (锁定岗位): open ones that lie in the place.</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION POST_NOT_OPEN with each post at fault.</exception>
    public async Task HoldAsync(Dictionary<Guid, int> offered, Division place, CancellationToken cancellation)
    {
        Guid[] ids = [.. offered.Keys];
        var range = DivisionRange.Of(place.Code);
        var held = await database.Posts.FromSql($"SELECT * FROM post WHERE id = ANY({ids}) ORDER BY id FOR NO KEY UPDATE").AsNoTracking().ToListAsync(cancellation);
        var open = held.Where(post => post.State == PostState.Open && IsIn(range, post.Division)).Select(post => post.Id).ToHashSet();
        var faults = offered.Keys.Select((id, i) => (id, number: i + 1)).Where(one => !open.Contains(one.id))
            .Select(one => new FieldError($"posts[{one.number}].post_id", "该岗位不在本地区，或未核定、已撤销")).ToArray();
        if (faults.Length > 0)
        {
            throw RpcErrors.FailedPrecondition("POST_NOT_OPEN", "只能为本地区已开发的岗位招聘", faults);
        }
    }

    /// <summary>Whether as many are sought as places are vacant (不超过空缺).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION PLACES_EXCEED_VACANCIES with each post at fault.</exception>
    public async Task DemandAsync(Dictionary<Guid, int> offered, Guid? but, CancellationToken cancellation)
    {
        Guid[] ids = [.. offered.Keys];
        var places = await database.Posts.Where(post => ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, post => post.Places, cancellation);
        var taken = await CountAsync(database.Placements.Where(one => ids.Contains(one.PostId) && one.State != PlacementState.Left).Select(one => one.PostId), cancellation);
        var running = database.Rounds.Where(round => round.State != RoundState.Closed && round.Id != but);
        var elsewhere = await database.Set<RoundPost>().Where(one => ids.Contains(one.PostId) && running.Any(round => round.Id == one.RoundId))
            .GroupBy(one => one.PostId).Select(same => new { same.Key, Places = same.Sum(one => one.Places) }).ToDictionaryAsync(one => one.Key, one => one.Places, cancellation);

        // Who was placed by a round that runs is counted among the placements.
        var filled = await CountAsync(
            database.Set<Candidacy>().Where(one => ids.Contains(one.PostId) && one.State == CandidacyState.Placed && running.Any(round => round.Id == one.RoundId)).Select(one => one.PostId),
            cancellation);
        var faults = offered.Select((one, i) => (Post: one.Key, Sought: one.Value, Number: i + 1))
            .Select(one => (one.Number, one.Sought, Vacant: places[one.Post] - taken.GetValueOrDefault(one.Post) - elsewhere.GetValueOrDefault(one.Post) + filled.GetValueOrDefault(one.Post)))
            .Where(one => one.Sought > one.Vacant)
            .Select(one => new FieldError($"posts[{one.Number}].places", $"该岗位尚有空缺 {Math.Max(0, one.Vacant)} 个，招聘人数不得超过")).ToArray();
        if (faults.Length > 0)
        {
            throw RpcErrors.FailedPrecondition("PLACES_EXCEED_VACANCIES", "招聘人数超过岗位空缺", faults);
        }
    }

    private static bool IsIn(DivisionRange range, string division) =>
        string.CompareOrdinal(division, range.From) >= 0 && string.CompareOrdinal(division, range.To) < 0;

    private static Task<Dictionary<Guid, int>> CountAsync(IQueryable<Guid> posts, CancellationToken cancellation) =>
        posts.GroupBy(post => post).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
}
