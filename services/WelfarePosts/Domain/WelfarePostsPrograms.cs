using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Ranking;
using Wenye.WelfarePosts.Domain.Subsidies;
using Wenye.WelfarePosts.Domain.Terms;

namespace Wenye.WelfarePosts.Domain;

/// <summary>The decisions of public-benefit posts by name (公益性岗位决定事项), for cases, replay and services.</summary>
public static class WelfarePostsPrograms
{
    /// <summary>Every program (全部事项).</summary>
    public static IReadOnlyList<PolicyProgram> All { get; } =
    [
        PolicyProgram.Of(CandidateRanking.Name, RankingFacts.Read, CandidateRanking.Decide),
        PolicyProgram.Of(PostTerm.Name, PostTermFacts.Read, PostTerm.Decide),
        PolicyProgram.Of(PostSubsidy.Name, PostSubsidyFacts.Read, PostSubsidy.Decide),
        PolicyProgram.Of(PostExit.Name, PostExitFacts.Read, PostExit.Decide),
        PolicyProgram.Of(Replacement.Name, ReplacementFacts.Read, Replacement.Decide),
    ];
}
