using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>Where a candidacy of a post stands (人选状况).</summary>
internal sealed record CandidacyStanding(Guid Id, CandidacyState State, string[] Missing, string[] RefusedBy)
{
    public static CandidacyStanding Of(Candidacy one) => new(one.Id, one.State, one.Missing, one.RefusedBy);
}

/// <summary>The order of a post in numbers (岗位排序概况), and who is not in it.</summary>
internal static class PostRankings
{
    private const int MostNamed = 1000;

    public static PostRanking Of(RoundPost offered, IEnumerable<CandidacyStanding> candidacies)
    {
        var answer = new PostRanking
        {
            PostId = offered.PostId.ToString(), Version = offered.RankingVersion, Ranked = offered.RankedOn is not null, RankedOn = offered.RankedOn?.ToContract(),
        };
        foreach (var one in candidacies)
        {
            answer.Proposed += RoundRules.Chosen.Contains(one.State) ? 1 : 0;
            answer.Reserve += one.State == CandidacyState.Ranked ? 1 : 0;
            if (one.State == CandidacyState.Refused && answer.LeftOut.Count < MostNamed)
            {
                answer.LeftOut.Add(new LeftOut { CandidacyId = one.Id.ToString(), Clauses = { one.RefusedBy } });
            }
            else if (one is { State: CandidacyState.Submitted, Missing.Length: > 0 } && answer.Asked.Count < MostNamed)
            {
                answer.Asked.Add(new AskedOf { CandidacyId = one.Id.ToString(), Facts = { one.Missing }, SetAside = offered.RankedOn is not null });
            }
        }

        return answer;
    }
}
