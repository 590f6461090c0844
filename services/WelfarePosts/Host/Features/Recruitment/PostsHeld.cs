using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>How many posts people have, or may still get elsewhere (已有岗位及在途人选数), 38号 八: one person, one post.</summary>
internal sealed class PostsHeld(WelfarePostsDbContext database)
{
    /// <summary>By person, without the candidacies of one round; who has none is left out.</summary>
    /// <param name="people">Whose.</param>
    /// <param name="round">The round in question.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<IReadOnlyDictionary<Guid, (int Posts, int Candidacies)>> OfAsync(Guid[] people, Guid round, CancellationToken cancellation)
    {
        var posts = await database.Placements.Where(one => people.Contains(one.PersonId) && one.State != PlacementState.Left)
            .GroupBy(one => one.PersonId).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
        var open = await database.Set<Candidacy>()
            .Where(one => people.Contains(one.PersonId) && one.RoundId != round && RoundRules.Open.Contains(one.State))
            .Where(one => database.Rounds.Any(other => other.Id == one.RoundId && other.State != RoundState.Closed))
            .GroupBy(one => one.PersonId).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
        return posts.Keys.Union(open.Keys).ToDictionary(key => key, key => (posts.GetValueOrDefault(key), open.GetValueOrDefault(key)));
    }

    /// <summary>With what Registration knows of public-benefit posts that this system does not (合计).</summary>
    public static int Total((int Posts, int Candidacies) held, RegisterFile said) => Math.Max(held.Posts, said.WelfarePosts) + held.Candidacies;
}
