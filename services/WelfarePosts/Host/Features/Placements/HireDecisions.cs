using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Posts;
using Wenye.WelfarePosts.Domain.Recruitment;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>Decides whether all is done that a hire needs (welfare_posts.hire), and whether the person is in post with it.</summary>
internal static class HireDecisions
{
    // What the decision asks for where no document ruled how people were hired.
    private const string NoRule = "welfare_posts.hire_publicity";

    /// <summary>Decides (认定): of candidates as of today, of who was taken over by the rules of the day they began (第二十六条).</summary>
    /// <param name="placement">As it is.</param>
    /// <param name="registered">Whether Registration has the employment; null: it has not said.</param>
    /// <param name="queries">Tells the rules.</param>
    /// <param name="today">Today.</param>
    public static Decision<NoOutputs> Decide(Placement placement, bool? registered, PlacementQueries queries, DateOnly today)
    {
        var isCandidate = placement.CandidacyId is not null;
        var publicised = isCandidate ? true : placement.Publicised;
        var facts = new HireFacts
        {
            Post = (PostKind)placement.Kind,

            // Who is confirmed was ranked, was public and met no objection that stands: RecruitmentService.
            ChosenByOrder = Fact.From(isCandidate ? true : placement.ChosenByOrder),
            Publicised = Fact.From(publicised),
            ObjectionOpen = Fact.From(publicised == true ? false : (bool?)null),
            Contract = (ContractKind)placement.Contract,
            EmploymentRegistered = Fact.From(placement.EmploymentId is not null ? true : registered),

            // This record is the province's real-name database of posts: docs/decisions/0071.
            InDatabase = true,
        };
        return Hire.Decide(facts, queries.Policy(placement.Division, isCandidate ? today : placement.StartedOn));
    }

    /// <summary>Whether the hire is complete (已办结).</summary>
    public static bool IsComplete(Placement placement, Decision<NoOutputs> hire) =>
        placement.EmploymentId is not null
        && (hire.Outcome == Outcome.Granted || (placement.CandidacyId is null && hire.Missing is [NoRule]));
}
