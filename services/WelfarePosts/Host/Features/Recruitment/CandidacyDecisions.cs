using Wenye.Policy;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.People;
using Wenye.WelfarePosts.Domain.Ranking;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>Decides on candidates one by one (人选认定) and leaves the outcome on their candidacies.</summary>
internal sealed class CandidacyDecisions(PostsHeld held, ParameterSet parameters, PostFields fields)
{
    /// <summary>Decides on one whose person is held (认定).</summary>
    /// <param name="candidacy">What it leaves: state, group, clauses, what is missing.</param>
    /// <param name="person">Held: nobody else decides on the same person.</param>
    /// <param name="file">Written into the candidacy.</param>
    /// <param name="post">Its post.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<Decision> DecideAsync(Candidacy candidacy, Person person, CandidacyFile file, Post post, CancellationToken cancellation)
    {
        var others = (await held.OfAsync([person.Id], candidacy.RoundId, cancellation)).GetValueOrDefault(person.Id);
        return Decide(candidacy, person, file, post.Kind, others, At(post));
    }

    /// <summary>The policy of a post's place today (适用政策).</summary>
    public PolicyContext At(Post post) => parameters.At(Division.Parse(post.Division), fields.Today);

    /// <summary>Decides on one (认定), as above; of a ranking, for whom nobody is held: the contract decides once more.</summary>
    public static Decision Decide(
        Candidacy candidacy, Person person, CandidacyFile file, Contract.PostKind kind, (int Posts, int Candidacies) others, PolicyContext policy)
    {
        person.RegisterKey = file.Registers.PersonKey ?? person.RegisterKey;
        var (group, decision) = CandidateFacts.Decide(person.IdNumber, file, kind, PostsHeld.Total(others, file.Registers), policy);
        candidacy.Group = group is { } found ? (Contract.HardshipGroup)found : Contract.HardshipGroup.Unspecified;
        candidacy.File = file.Write();
        candidacy.State = decision.Outcome == Outcome.Refused ? Contract.CandidacyState.Refused : Contract.CandidacyState.Submitted;
        candidacy.RefusedBy = [.. decision.RefusedBy.Select(clause => clause.Citation)];
        candidacy.Missing = decision.Outcome == Outcome.Refused ? [] : [.. decision.Missing.Union(AskedByRanking(candidacy.Id, person, file, group, kind, policy))];
        return decision;
    }

    // What the order will need is asked for together with what the decision needs: once, not twice.
    private static IEnumerable<string> AskedByRanking(
        Guid id, Person person, CandidacyFile file, HardshipGroup? group, Contract.PostKind kind, PolicyContext policy)
    {
        var alone = new RankingFacts { Candidates = [CandidateFacts.ForRanking(id, person.IdNumber, file, group)], Post = (Domain.Posts.PostKind)kind };
        return CandidateRanking.Decide(alone, policy).Result?.Asked.SelectMany(one => one.Facts) ?? [];
    }
}
