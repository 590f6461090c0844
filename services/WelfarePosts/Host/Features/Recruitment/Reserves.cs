using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;
using RecruitmentRound = Wenye.WelfarePosts.Data.RecruitmentRound;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>Who moves up when a place of a post is free again (递补), in the order of the ranking.</summary>
internal sealed class Reserves(WelfarePostsDbContext database, Records records)
{
    private static readonly CandidacyState[] Awaited = [CandidacyState.Proposed, CandidacyState.Objected];

    /// <summary>Lets the next move up where a place is free (递补), and leaves the round where it then stands.</summary>
    /// <param name="round">Held, and ranked.</param>
    /// <param name="post">The post.</param>
    /// <param name="by">Who made the place free.</param>
    /// <param name="cancellation">The call's.</param>
    /// <returns>Whether someone did; they are not public yet. Nobody does in a round that was given up.</returns>
    public async Task<bool> MoveUpAsync(RecruitmentRound round, Guid post, HandledBy by, CancellationToken cancellation)
    {
        // The change that made the place free is counted.
        await database.SaveChangesAsync(cancellation);
        if (round.State == RoundState.Closed)
        {
            return false;
        }

        var ofPost = database.Set<Candidacy>().Where(one => one.RoundId == round.Id && one.PostId == post);
        var chosen = await ofPost.CountAsync(one => RoundRules.Chosen.Contains(one.State), cancellation);
        var next = chosen < round.PostOf(post).Places
            ? await ofPost.Where(one => one.State == CandidacyState.Ranked).OrderBy(one => one.Position).FirstOrDefaultAsync(cancellation)
            : null;
        if (next is not null)
        {
            next.State = CandidacyState.Proposed;
            await records.StepAsync(next.Id, next.State, by with { Remarks = null }, cancellation, "递补");
        }

        await SettleAsync(round, cancellation);
        return next is not null;
    }

    /// <summary>Where the round stands (招聘状态): CONFIRMED when nobody is awaited any more, PUBLICISED while somebody is; before publicity as it was.</summary>
    public async Task SettleAsync(RecruitmentRound round, CancellationToken cancellation)
    {
        await database.SaveChangesAsync(cancellation);
        if (round.State is RoundState.Publicised or RoundState.Confirmed)
        {
            var isAwaited = await database.Set<Candidacy>().AnyAsync(one => one.RoundId == round.Id && Awaited.Contains(one.State), cancellation);
            round.State = isAwaited ? RoundState.Publicised : RoundState.Confirmed;
        }
    }
}
