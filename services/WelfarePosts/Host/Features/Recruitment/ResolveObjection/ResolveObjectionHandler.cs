using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;
using CandidacyObjection = Wenye.WelfarePosts.Data.CandidacyObjection;
using RecruitmentRound = Wenye.WelfarePosts.Data.RecruitmentRound;

namespace Wenye.WelfarePosts.Features.Recruitment.ResolveObjection;

/// <summary>Records what the inquiry found (异议核查): upheld, the next moves up; else it goes on.</summary>
internal sealed class ResolveObjectionHandler(
    WelfarePostsDbContext database, RoundQueries rounds, Reserves reserves, Records records, HandledRequests requests, TimeProvider time)
{
    private const int Longest = 500;

    public async Task<ResolveObjectionResponse> HandleAsync(ResolveObjectionRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Read(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var of = await database.Set<CandidacyObjection>().Where(one => one.Id == id).Select(one => (Guid?)one.CandidacyId).SingleOrDefaultAsync(cancellation)
            ?? throw RpcErrors.NotFound("OBJECTION_NOT_FOUND", "没有该标识的异议，请核对");
        var (candidacy, round) = await rounds.HoldCandidacyAsync(of.ToString(), caller, cancellation);
        if (await requests.FindAsync<ResolveObjectionResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        Resolve(await database.Set<CandidacyObjection>().SingleAsync(one => one.Id == id, cancellation), request, by.At);
        var movedUp = await FollowAsync(candidacy, round, request.Upheld, by, cancellation);
        var person = await database.People.AsNoTracking().SingleAsync(one => one.Id == candidacy.PersonId, cancellation);
        var answer = new ResolveObjectionResponse { Candidacy = RecruitmentAnswers.Of(candidacy, person, caller), MovedUp = movedUp };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private static Guid Read(ResolveObjectionRequest request)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.ObjectionId, "objection_id", "异议标识应为提出异议时返回的 UUID，请从人选查询后填写");
        faults.Text(request.Finding, "finding", Longest).Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        return id;
    }

    private static void Resolve(CandidacyObjection objection, ResolveObjectionRequest request, DateTimeOffset at)
    {
        if (objection.ResolvedAt is not null)
        {
            throw RpcErrors.FailedPrecondition("OBJECTION_RESOLVED", "该异议已核查完毕");
        }

        (objection.ResolvedAt, objection.Upheld, objection.Finding) = (at, request.Upheld, request.Finding);
    }

    private async Task<bool> FollowAsync(Candidacy candidacy, RecruitmentRound round, bool isUpheld, HandledBy by, CancellationToken cancellation)
    {
        await database.SaveChangesAsync(cancellation);

        // Whoever withdrew meanwhile stays withdrawn.
        if (candidacy.State != CandidacyState.Objected)
        {
            return false;
        }

        var isOpen = await database.Set<CandidacyObjection>().AnyAsync(one => one.CandidacyId == candidacy.Id && one.ResolvedAt == null, cancellation);
        candidacy.State = isUpheld ? CandidacyState.Excluded : isOpen ? CandidacyState.Objected : CandidacyState.Proposed;
        await records.StepAsync(candidacy.Id, candidacy.State, by, cancellation, isUpheld ? "异议成立" : "异议不成立");
        return isUpheld && await reserves.MoveUpAsync(round, candidacy.PostId, by, cancellation);
    }
}
