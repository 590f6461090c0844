using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;

namespace Wenye.WelfarePosts.Features.Recruitment.WithdrawCandidacy;

/// <summary>Withdraws or declines before the contract (撤回、放弃): the next moves up.</summary>
internal sealed class WithdrawCandidacyHandler(
    WelfarePostsDbContext database, RoundQueries rounds, HeldPeople<Person> people, Reserves reserves, Records records, HandledRequests requests, TimeProvider time)
{
    public async Task<WithdrawCandidacyResponse> HandleAsync(WithdrawCandidacyRequest request, Caller caller, CancellationToken cancellation)
    {
        RoundRules.DemandReason(request.Reason, request.Handling);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var (candidacy, round) = await rounds.HoldCandidacyAsync(request.CandidacyId, caller, cancellation);
        var person = (await people.HoldAsync([candidacy.PersonId], cancellation))[0];
        if (await requests.FindAsync<WithdrawCandidacyResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        Demand(candidacy);
        round.Demand("该招聘已结束", RoundState.Published, RoundState.Ranked, RoundState.Publicised, RoundState.Confirmed);
        var isChosen = RoundRules.Chosen.Contains(candidacy.State);
        candidacy.State = CandidacyState.Withdrawn;
        var by = HandledBy.Of(request.Handling, caller, time).Because(request.Reason);
        await records.StepAsync(candidacy.Id, candidacy.State, by, cancellation);
        var answer = new WithdrawCandidacyResponse
        {
            MovedUp = isChosen && round.State != RoundState.Published && await reserves.MoveUpAsync(round, candidacy.PostId, by, cancellation),
            Candidacy = RecruitmentAnswers.Of(candidacy, person, caller),
        };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private static void Demand(Candidacy candidacy)
    {
        if (!RoundRules.Open.Contains(candidacy.State) && candidacy.State != CandidacyState.Refused)
        {
            throw RpcErrors.FailedPrecondition("CANDIDACY_ENDED", "该人选已上岗、已撤回或已排除，不能撤回");
        }
    }
}
