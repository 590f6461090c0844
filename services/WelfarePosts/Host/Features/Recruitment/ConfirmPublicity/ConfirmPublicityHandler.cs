using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;

namespace Wenye.WelfarePosts.Features.Recruitment.ConfirmPublicity;

/// <summary>Confirms those whose publicity is over without an objection that is open (公示无异议).</summary>
internal sealed class ConfirmPublicityHandler(
    WelfarePostsDbContext database, RoundQueries rounds, Reserves reserves, Records records, RecruitmentAnswers answers, HandledRequests requests,
    PostFields fields, TimeProvider time)
{
    public async Task<ConfirmPublicityResponse> HandleAsync(ConfirmPublicityRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var round = await rounds.HoldAsync(request.RoundId, caller, cancellation);
        if (await requests.FindAsync<ConfirmPublicityResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        round.Demand("该招聘没有公示中的拟聘人员", RoundState.Publicised);
        var over = await OverAsync(round.Id, cancellation);
        over.ForEach(one => one.State = CandidacyState.Confirmed);
        var by = HandledBy.Of(request.Handling, caller, time);
        await records.KeepAllAsync([.. over.Select(one => (one.Id, (Decision?)null, one.State))], by, null, cancellation);
        await reserves.SettleAsync(round, cancellation);
        await records.StepAsync(round.Id, round.State, by, cancellation, "公示无异议");
        Guid[] ids = [.. over.Select(one => one.PersonId)];
        var people = await database.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellation);
        var answer = new ConfirmPublicityResponse
        {
            Round = await answers.OfAsync(round, cancellation), Confirmed = { over.Select(one => RecruitmentAnswers.Of(one, people[one.PersonId], caller)) },
        };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task<List<Candidacy>> OverAsync(Guid round, CancellationToken cancellation)
    {
        var today = fields.Today;
        var over = await database.Set<Candidacy>().Where(one => one.RoundId == round && one.State == CandidacyState.Proposed && one.PublicisedTo < today)
            .OrderBy(one => one.Id).ToListAsync(cancellation);
        return over.Count > 0 ? over : throw RpcErrors.FailedPrecondition("NOBODY_TO_CONFIRM", "没有公示期满且无未核查异议的人员");
    }
}
