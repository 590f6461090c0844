using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Posts.GetPost;

/// <summary>A post with its decisions, steps and vacancies (岗位查询).</summary>
internal sealed class GetPostHandler(PostQueries posts, Villages villages, Records records)
{
    public async Task<GetPostResponse> HandleAsync(GetPostRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = PostQueries.Id(faults, request.PostId);
        faults.ThrowIfAny();
        var post = await posts.FindAsync(id, caller, cancellation);
        return new GetPostResponse
        {
            Post = post.ToContract(await posts.PlacedAsync(post.Id, cancellation)),
            Decisions = { await records.DecisionsAsync(post.Id, cancellation) },
            Steps = { await records.StepsAsync(post.Id, caller, cancellation) },
            Village = await villages.WithAsync(post, cancellation),
        };
    }
}
