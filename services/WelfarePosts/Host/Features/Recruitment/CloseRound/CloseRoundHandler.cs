using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Recruitment.CloseRound;

/// <summary>Ends a round after publicity (结束招聘).</summary>
internal sealed class CloseRoundHandler(
    WelfarePostsDbContext database, RoundQueries rounds, EndedRounds ended, RecruitmentAnswers answers, HandledRequests requests, TimeProvider time)
{
    public async Task<CloseRoundResponse> HandleAsync(CloseRoundRequest request, Caller caller, CancellationToken cancellation)
    {
        RoundRules.DemandReason(request.Reason, request.Handling);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var round = await rounds.HoldAsync(request.RoundId, caller, cancellation);
        if (await requests.FindAsync<CloseRoundResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        round.Demand("公示结束后才能结束招聘，未完成的请终止", RoundState.Confirmed);
        var by = HandledBy.Of(request.Handling, caller, time).Because(request.Reason);
        await ended.EndAsync(round, [CandidacyState.Proposed, CandidacyState.Objected, CandidacyState.Confirmed], by, "结束招聘", cancellation);
        var answer = new CloseRoundResponse { Round = await answers.OfAsync(round, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}
