using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Features.Recruitment;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;
using Placement = Wenye.WelfarePosts.Data.Placement;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Features.Placements.SignContract;

/// <summary>With whom it is signed, for which post (签约对象).</summary>
/// <param name="Post">Held.</param>
/// <param name="Person">Held.</param>
/// <param name="Candidacy">Its round is held; null: taken over.</param>
/// <param name="File">What is established; of who is taken over what the request says.</param>
/// <param name="Earlier">Placements that ended, the first one first.</param>
internal sealed record Signing(Post Post, Person Person, Candidacy? Candidacy, CandidacyFile File, IReadOnlyList<Placement> Earlier)
{
    /// <summary>第几次安置.</summary>
    public int EarlierPlacements => Earlier.Count == 0 ? 0 : Math.Max(Earlier.Count, Earlier.Max(one => one.Ordinal));
}

/// <summary>Finds and holds whom it is signed with (锁定签约对象): the round, the person, then the post.</summary>
internal sealed class Signings(
    WelfarePostsDbContext database, RoundQueries rounds, HeldPeople<Person> people, PlacementQueries placements, SecondPlacements seconds)
{
    /// <summary>Who it is, asked before anything is held (签约人).</summary>
    /// <returns>The resident id and this service's key; null: not known here.</returns>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND or PERMISSION_DENIED.</exception>
    public async Task<(string IdNumber, Guid? PersonId)> WhoAsync(SignContractRequest request, Caller caller, CancellationToken cancellation)
    {
        if (request.TakenOver is { } person)
        {
            return (person.IdNumber, null);
        }

        var (candidacy, _) = await rounds.ReadCandidacyAsync(request.CandidacyId, caller, cancellation);
        var known = await database.People.AsNoTracking().SingleAsync(one => one.Id == candidacy.PersonId, cancellation);
        return (known.IdNumber, known.Id);
    }

    /// <summary>All of it, held until the open transaction ends (锁定).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND, PERMISSION_DENIED; FAILED_PRECONDITION NOT_CONFIRMED.</exception>
    public async Task<Signing> HoldAsync(SignContractRequest request, Caller caller, CancellationToken cancellation)
    {
        if (request.TakenOver is { } taken)
        {
            var person = (await people.HoldAsync([(taken.Name, taken.IdNumber)], cancellation))[0];
            var file = new CandidacyFile { FormerRetirementAge = taken.FormerRetirementAge, RetirementSource = taken.RetirementSource };
            return await OfAsync(Guid.Parse(taken.PostId), person, null, file, caller, cancellation);
        }

        var (candidacy, _) = await rounds.HoldCandidacyAsync(request.CandidacyId, caller, cancellation);
        var held = (await people.HoldAsync([candidacy.PersonId], cancellation))[0];
        return await OfAsync(candidacy.PostId, held, candidacy, CandidacyFile.Read(candidacy.File), caller, cancellation);
    }

    /// <summary>Whether it can be signed now (可否签约): the candidate is confirmed, the post open with a place left.</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, INVALID_ARGUMENT started_on.</exception>
    public async Task DemandAsync(Signing signing, DateOnly startedOn, CancellationToken cancellation)
    {
        if (signing.Candidacy is { } candidacy)
        {
            Demand(candidacy, startedOn);
        }

        if (signing.Post.State != PostState.Open)
        {
            throw RpcErrors.FailedPrecondition("POST_NOT_OPEN", "该岗位未核定开发或已撤销，不能签约");
        }

        if (await database.Placements.CountAsync(one => one.PostId == signing.Post.Id && one.State != PlacementState.Left, cancellation) >= signing.Post.Places)
        {
            throw RpcErrors.FailedPrecondition("NO_PLACE_LEFT", "该岗位已满员，没有空缺");
        }

        if (signing.Candidacy is null
            && await database.Placements.AnyAsync(one => one.PersonId == signing.Person.Id && one.State != PlacementState.Left, cancellation))
        {
            throw RpcErrors.FailedPrecondition("POST_HELD", "该人员已有公益性岗位（人社部发〔2020〕38号 八，一人一岗），请先办理退出");
        }
    }

    private static void Demand(Candidacy candidacy, DateOnly startedOn)
    {
        if (candidacy.State != CandidacyState.Confirmed)
        {
            throw RpcErrors.FailedPrecondition("NOT_CONFIRMED", "该人选未经公示无异议确认，或已签约、放弃，不能签约");
        }

        if (candidacy.PublicisedTo is { } last && startedOn <= last)
        {
            throw RpcErrors.InvalidArgument("started_on", "上岗日期应在公示期满之后");
        }
    }

    private async Task<Signing> OfAsync(Guid postId, Person person, Candidacy? candidacy, CandidacyFile file, Caller caller, CancellationToken cancellation)
    {
        var division = await database.Posts.Where(one => one.Id == postId).Select(one => one.Division).SingleOrDefaultAsync(cancellation)
            ?? throw RpcErrors.NotFound("POST_NOT_FOUND", "没有该标识的岗位，请核对");
        caller.DemandDivision(division);
        var post = await placements.HoldPostAsync(postId, cancellation);
        return new(post, person, candidacy, file, await seconds.EarlierAsync(person.Id, cancellation));
    }
}
