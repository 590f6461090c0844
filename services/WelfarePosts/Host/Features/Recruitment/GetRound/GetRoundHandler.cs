using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Recruitment.GetRound;

/// <summary>Reads a round (招聘公告): what was done and decided only for those who handle posts of the division.</summary>
internal sealed class GetRoundHandler(RoundQueries rounds, Records records, RecruitmentAnswers answers)
{
    public async Task<GetRoundResponse> HandleAsync(GetRoundRequest request, Caller caller, CancellationToken cancellation)
    {
        var round = await rounds.ReadPublicAsync(request.RoundId, caller, cancellation);
        var answer = new GetRoundResponse { Round = await answers.OfAsync(round, cancellation) };
        if (caller.HandlesPosts() && caller.MaySee(round.Division))
        {
            answer.Steps.AddRange(await records.StepsAsync(round.Id, caller, cancellation));
            answer.Decisions.AddRange(await records.DecisionsAsync(round.Id, cancellation));
        }

        return answer;
    }
}
