using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Features.Posts;

/// <summary>Finds posts and who is in them (岗位查询).</summary>
internal sealed class PostQueries(WelfarePostsDbContext database)
{
    private const string Unknown = "岗位标识应为申报时给出的 UUID，请从岗位清单查询后填写";

    /// <summary>The id of a post in a request (岗位标识).</summary>
    public static Guid Id(RequestFaults faults, string text) => faults.Id(text, "post_id", Unknown);

    /// <summary>The post, held until the open transaction ends: who takes its places waits (锁定).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND; PERMISSION_DENIED of another division.</exception>
    public async Task<Post> HoldAsync(Guid id, Caller caller, CancellationToken cancellation) =>
        Demand((await database.Posts.FromSql($"SELECT * FROM post WHERE id = {id} FOR NO KEY UPDATE").ToListAsync(cancellation)).SingleOrDefault(), caller);

    /// <summary>The post as it stands.</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public async Task<Post> FindAsync(Guid id, Caller caller, CancellationToken cancellation) =>
        Demand(await database.Posts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation), caller);

    /// <summary>How many are placed in it (已安置人数), those who have signed and not begun included.</summary>
    public Task<int> PlacedAsync(Guid id, CancellationToken cancellation) =>
        database.Placements.CountAsync(one => one.PostId == id && one.State != PlacementState.Left, cancellation);

    /// <summary>The same of many; who has nobody is not among them.</summary>
    public Task<Dictionary<Guid, int>> PlacedAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        database.Placements.Where(one => ids.Contains(one.PostId) && one.State != PlacementState.Left)
            .GroupBy(one => one.PostId).ToDictionaryAsync(group => group.Key, group => group.Count(), cancellation);

    /// <summary>Demands that no open recruitment has the post (未在招聘中).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason POST_IN_ROUND.</exception>
    public async Task DemandNotInRoundAsync(Guid id, CancellationToken cancellation)
    {
        if (await database.Rounds.AnyAsync(round => round.State != RoundState.Closed && round.Posts.Any(post => post.PostId == id), cancellation))
        {
            throw RpcErrors.FailedPrecondition("POST_IN_ROUND", "该岗位正在招聘，请先结束该次招聘");
        }
    }

    private static Post Demand(Post? post, Caller caller)
    {
        var found = post ?? throw RpcErrors.NotFound("POST_NOT_FOUND", "没有该标识的岗位，请核对");
        caller.DemandDivision(found.Division);
        return found;
    }
}
