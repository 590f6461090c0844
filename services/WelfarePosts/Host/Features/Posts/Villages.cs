using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Posts;
using Post = Wenye.WelfarePosts.Data.Post;
using Rule = Wenye.WelfarePosts.Domain.Posts.VillagePosts;

namespace Wenye.WelfarePosts.Features.Posts;

/// <summary>How many places a village has, and whether that is a warning (一村多岗预警), 38号 八.</summary>
internal sealed class Villages(WelfarePostsDbContext database, ParameterSet parameters, PostFields fields)
{
    private const int CountyCodeLength = 6;

    /// <summary>With the post's places, whatever its state (含本岗位).</summary>
    /// <returns>Null: of no village.</returns>
    public async Task<Contracts.Policy.V1.Decision?> WithAsync(Post post, CancellationToken cancellation)
    {
        if (post.VillageCode is not { } village)
        {
            return null;
        }

        var others = await database.Posts
            .Where(one => one.VillageCode == village && one.Id != post.Id && (one.State == PostState.Open || one.State == PostState.Reserved))
            .SumAsync(one => one.Places, cancellation);
        return Decide(village, others + post.Places);
    }

    /// <summary>Of a village with so many places (预警认定), as of today.</summary>
    public Contracts.Policy.V1.Decision Decide(string village, int places) => Rule.Decide(
        new VillagePostsFacts { PostsInVillage = places }, parameters.At(Division.Parse(village[..CountyCodeLength]), fields.Today)).ToContract();
}
