using Microsoft.EntityFrameworkCore;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Ranking;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;
using CandidacyState = Wenye.Contracts.WelfarePosts.V1.CandidacyState;

namespace Wenye.WelfarePosts.Features.Recruitment.RankCandidates;

/// <summary>Makes the order of a post (岗位排序): everyone is decided on once more, and who is not refused is ranked.</summary>
internal sealed class PostOrders(WelfarePostsDbContext database, CandidacyDecisions decisions, PostsHeld held, Records records, PostFields fields)
{
    private static readonly CandidacyState[] Ranking = [CandidacyState.Submitted, CandidacyState.Refused, CandidacyState.Ranked, CandidacyState.Proposed];

    /// <summary>Ranks anew (排序).</summary>
    /// <param name="offered">Of a round that is held.</param>
    /// <param name="said">What Registration said, by id number.</param>
    /// <param name="setAside">Whether those of whom something is asked are set aside; else they keep the post from being ranked.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<Contract.PostRanking> RankAsync(
        RoundPost offered, IReadOnlyDictionary<string, RegisterFile> said, bool setAside, HandledBy by, CancellationToken cancellation)
    {
        var post = await database.Posts.AsNoTracking().SingleAsync(one => one.Id == offered.PostId, cancellation);
        var all = await database.Candidacies.Where(one => one.RoundId == offered.RoundId && one.PostId == offered.PostId).OrderBy(one => one.Id).ToListAsync(cancellation);
        var policy = decisions.At(post);
        var (decided, candidates) = await DecideAsync(all, said, post, policy, cancellation);
        offered.RankedOn = null;
        var open = decided.Where(one => one.Candidacy.State == CandidacyState.Submitted).Select(one => one.Candidacy).ToList();
        Decision<RankingResult>? order = null;
        if (setAside || open.TrueForAll(one => one.Missing.Length == 0))
        {
            var proven = open.Where(one => one.Missing.Length == 0).ToDictionary(one => one.Id.ToString());
            order = CandidateRanking.Decide(
                new RankingFacts { Candidates = [.. proven.Keys.Select(id => candidates[id])], Post = (Domain.Posts.PostKind)post.Kind }, policy);
            await ApplyAsync(order, proven, offered, cancellation);
        }

        await records.KeepAllAsync([.. decided.Select(one => (one.Candidacy.Id, (Decision?)one.Decision, one.Candidacy.State))], by, "排序", cancellation);
        var answer = PostRankings.Of(offered, all.Select(CandidacyStanding.Of));
        answer.Missing.AddRange(order is { Result.Ranks: null } ? order.Missing : []);
        return answer;
    }

    private async Task<(List<(Candidacy Candidacy, Decision Decision)> Decided, Dictionary<string, Candidate> Candidates)> DecideAsync(
        List<Candidacy> all, IReadOnlyDictionary<string, RegisterFile> said, Post post, PolicyContext policy, CancellationToken cancellation)
    {
        all.ForEach(LeaveOrder);
        var ranking = all.Where(one => Ranking.Contains(one.State)).ToList();
        Guid[] ids = [.. ranking.Select(one => one.PersonId)];
        var people = await database.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellation);
        var others = ids.Length == 0 ? new Dictionary<Guid, (int, int)>() : await held.OfAsync(ids, ranking[0].RoundId, cancellation);
        var decided = new List<(Candidacy, Decision)>(ranking.Count);
        var candidates = new Dictionary<string, Candidate>(ranking.Count, StringComparer.Ordinal);
        foreach (var one in ranking)
        {
            var (person, file) = (people[one.PersonId], CandidacyFile.Read(one.File));

            // Whoever applied while Registration was asked was asked of then.
            file.Registers = said.GetValueOrDefault(person.IdNumber) ?? file.Registers;
            decided.Add((one, CandidacyDecisions.Decide(one, person, file, post.Kind, others.GetValueOrDefault(person.Id), policy)));
            candidates[one.Id.ToString()] = CandidateFacts.ForRanking(
                one.Id, person.IdNumber, file, one.Group == Contract.HardshipGroup.Unspecified ? null : (Domain.People.HardshipGroup)one.Group);
        }

        return (decided, candidates);
    }

    private async Task ApplyAsync(Decision<RankingResult> order, Dictionary<string, Candidacy> proven, RoundPost offered, CancellationToken cancellation)
    {
        if (order.Result?.Ranks is not { } ranks)
        {
            return;
        }

        for (var i = 0; i < ranks.Count; i++)
        {
            var (rank, one) = (ranks[i], proven[ranks[i].Candidate.Id]);
            (one.Position, one.Place) = (i + 1, rank.Place);
            one.BeforeId = rank.Before is { } next ? Guid.Parse(next.Id) : null;
            one.ByFactor = rank.By is { } by ? Term<RankFactor>.Text(by) : null;
            one.State = i < offered.Places ? CandidacyState.Proposed : CandidacyState.Ranked;
        }

        foreach (var left in order.Result.LeftOut)
        {
            (proven[left.Id].State, proven[left.Id].RefusedBy) = (CandidacyState.Refused, [left.Clause.Citation]);
        }

        (offered.RankedOn, offered.RankingVersion) = (fields.Today, offered.RankingVersion + 1);
        await records.KeepAsync(offered.RankingId, [order], cancellation);
    }

    private static void LeaveOrder(Candidacy one) => (one.Position, one.Place, one.BeforeId, one.ByFactor) = (null, null, null, null);
}
