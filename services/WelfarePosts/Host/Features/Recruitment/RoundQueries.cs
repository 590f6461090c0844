using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>How calls find rounds and candidacies (查询招聘、人选), and how those that change one take their turn.</summary>
/// <remarks>
/// The round's lock comes first, then people by the order of their hashes. Applications share the round; whatever orders, publicises or moves
/// someone up has it alone.
/// </remarks>
internal sealed class RoundQueries(WelfarePostsDbContext database)
{
    private const string NoRound = "招聘标识应为拟订招聘时返回的 UUID，请从招聘清单查询后填写";
    private const string NoCandidacy = "人选标识应为报名时返回的 UUID，请从人选清单查询后填写";

    /// <summary>The round, to be read by its offices (招聘).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, NOT_FOUND or PERMISSION_DENIED.</exception>
    public async Task<RecruitmentRound> ReadAsync(string roundId, Caller caller, CancellationToken cancellation)
    {
        var found = await ReadPublicAsync(roundId, caller, cancellation);
        caller.DemandDivision(found.Division);
        return found;
    }

    /// <summary>The round as it was announced (招聘公告): to society, whatever the caller's division (36号 第六、十一条). A draft is its offices'.</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public async Task<RecruitmentRound> ReadPublicAsync(string roundId, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(roundId, "round_id", NoRound);
        faults.ThrowIfAny();
        var found = await database.Rounds.AsNoTracking().Include(round => round.Posts).SingleOrDefaultAsync(round => round.Id == id, cancellation);
        if (found is null || (found.PublishedOn is null && !caller.HandlesPosts()))
        {
            throw RpcErrors.NotFound("ROUND_NOT_FOUND", "没有该标识的招聘，请核对");
        }

        if (found.PublishedOn is null)
        {
            caller.DemandDivision(found.Division);
        }

        return found;
    }

    /// <summary>The round, alone until the open transaction ends (待办理的招聘).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public async Task<RecruitmentRound> HoldAsync(string roundId, Caller caller, CancellationToken cancellation)
    {
        var id = (await ReadAsync(roundId, caller, cancellation)).Id;
        return await HeldAsync(database.Rounds.FromSql($"SELECT * FROM recruitment_round WHERE id = {id} FOR NO KEY UPDATE"), cancellation);
    }

    /// <summary>The round as it stands until the open transaction ends, beside others who do the same (报名中的招聘).</summary>
    public Task<RecruitmentRound> ShareAsync(Guid id, CancellationToken cancellation) =>
        HeldAsync(database.Rounds.FromSql($"SELECT * FROM recruitment_round WHERE id = {id} FOR SHARE"), cancellation);

    /// <summary>The candidacy, to be read (人选).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public async Task<(Candidacy Candidacy, RecruitmentRound Round)> ReadCandidacyAsync(string candidacyId, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(candidacyId, "candidacy_id", NoCandidacy);
        faults.ThrowIfAny();
        var candidacy = await database.Candidacies.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("CANDIDACY_NOT_FOUND", "没有该标识的人选，请核对");
        return (candidacy, await ReadAsync(candidacy.RoundId.ToString(), caller, cancellation));
    }

    /// <summary>The candidacy, its round alone until the open transaction ends (待办理的人选).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public async Task<(Candidacy Candidacy, RecruitmentRound Round)> HoldCandidacyAsync(string candidacyId, Caller caller, CancellationToken cancellation)
    {
        var found = await ReadCandidacyAsync(candidacyId, caller, cancellation);
        var round = await HoldAsync(found.Round.Id.ToString(), caller, cancellation);
        return (await database.Candidacies.SingleAsync(one => one.Id == found.Candidacy.Id, cancellation), round);
    }

    private async Task<RecruitmentRound> HeldAsync(IQueryable<RecruitmentRound> locked, CancellationToken cancellation)
    {
        var round = (await locked.ToListAsync(cancellation)).Single();
        await database.Entry(round).Collection(one => one.Posts).LoadAsync(cancellation);
        return round;
    }
}
