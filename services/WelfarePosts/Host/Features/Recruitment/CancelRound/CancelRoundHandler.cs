using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Recruitment.CancelRound;

/// <summary>Gives a round up (终止招聘).</summary>
internal sealed class CancelRoundHandler(
    WelfarePostsDbContext database, RoundQueries rounds, EndedRounds ended, RecruitmentAnswers answers, HandledRequests requests, TimeProvider time)
{
    public async Task<CancelRoundResponse> HandleAsync(CancelRoundRequest request, Caller caller, CancellationToken cancellation)
    {
        RoundRules.DemandReason(request.Reason, request.Handling);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var round = await rounds.HoldAsync(request.RoundId, caller, cancellation);
        if (await requests.FindAsync<CancelRoundResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        round.Demand("该招聘已结束", RoundState.Draft, RoundState.Published, RoundState.Ranked, RoundState.Publicised, RoundState.Confirmed);
        var by = HandledBy.Of(request.Handling, caller, time).Because(request.Reason);
        await ended.EndAsync(round, [CandidacyState.Confirmed], by, "终止招聘", cancellation);
        var answer = new CancelRoundResponse { Round = await answers.OfAsync(round, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}
