using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;
using RecruitmentRound = Wenye.WelfarePosts.Data.RecruitmentRound;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>Ends rounds (结束招聘): their candidacies count no more.</summary>
internal sealed class EndedRounds(WelfarePostsDbContext database, Records records)
{
    /// <summary>Ends it unless someone waits (结束).</summary>
    /// <param name="round">Held.</param>
    /// <param name="waiting">In which states someone waits.</param>
    /// <param name="by">Who, and why.</param>
    /// <param name="what">How it ends.</param>
    /// <param name="cancellation">The call's.</param>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION CANDIDATES_AWAIT.</exception>
    public async Task EndAsync(RecruitmentRound round, CandidacyState[] waiting, HandledBy by, string what, CancellationToken cancellation)
    {
        if (await database.Set<Candidacy>().AnyAsync(one => one.RoundId == round.Id && waiting.Contains(one.State), cancellation))
        {
            throw RpcErrors.FailedPrecondition("CANDIDATES_AWAIT", "还有人员在公示、核查中或等待签订合同，请待其上岗或放弃后再结束");
        }

        round.State = RoundState.Closed;
        await records.StepAsync(round.Id, round.State, by, cancellation, what);
    }
}
