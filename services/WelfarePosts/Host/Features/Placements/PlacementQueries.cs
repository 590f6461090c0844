using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Placement = Wenye.WelfarePosts.Data.Placement;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>How calls find people in post (查询在岗人员), and how those that change one take its row.</summary>
internal sealed class PlacementQueries(WelfarePostsDbContext database, ParameterSet parameters)
{
    private const string NoId = "在岗标识应为签约时返回的 UUID，请从在岗人员清单查询后填写";

    /// <summary>A placement's id (在岗标识).</summary>
    public static Guid Id(RequestFaults faults, string text, string field = "placement_id") => faults.Id(text, field, NoId);

    /// <summary>The placement, to be read (在岗人员).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND or PERMISSION_DENIED.</exception>
    public async Task<Placement> ReadAsync(Guid id, Caller caller, CancellationToken cancellation)
    {
        var found = await database.Placements.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("PLACEMENT_NOT_FOUND", "没有该标识的在岗人员，请核对");
        caller.DemandDivision(found.Division);
        return found;
    }

    /// <summary>The placement, its row held until the open transaction ends (待办理的在岗人员).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public async Task<Placement> HoldAsync(Guid id, Caller caller, CancellationToken cancellation)
    {
        await ReadAsync(id, caller, cancellation);
        return await HoldAsync(id, cancellation);
    }

    /// <summary>The same of one that was found to be the caller's (锁定).</summary>
    public async Task<Placement> HoldAsync(Guid id, CancellationToken cancellation) =>
        (await database.Placements.FromSql($"SELECT * FROM placement WHERE id = {id} FOR NO KEY UPDATE").ToListAsync(cancellation)).Single();

    /// <summary>The post, its row held: who takes its places does so in turn (锁定岗位).</summary>
    public async Task<Post> HoldPostAsync(Guid id, CancellationToken cancellation) =>
        (await database.Posts.FromSql($"SELECT * FROM post WHERE id = {id} FOR NO KEY UPDATE").ToListAsync(cancellation)).Single();

    /// <summary>The person of a placement (安置对象).</summary>
    public Task<Person> PersonAsync(Guid id, CancellationToken cancellation) => database.People.SingleAsync(one => one.Id == id, cancellation);

    /// <summary>Those in a place (辖区在岗人员).</summary>
    /// <exception cref="Grpc.Core.RpcException">PERMISSION_DENIED when it is another division's.</exception>
    public IQueryable<Placement> In(string division, Caller caller)
    {
        var place = division.Length > 0 ? division : caller.Division;
        caller.DemandDivision(place);
        var (from, to) = DivisionRange.Of(place);
        return database.Placements.AsNoTracking().Where(one => string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0);
    }

    /// <summary>The rules of a placement's place on a day (当地当日政策).</summary>
    public PolicyContext Policy(string division, DateOnly day) => parameters.At(Division.Parse(division), day);
}
