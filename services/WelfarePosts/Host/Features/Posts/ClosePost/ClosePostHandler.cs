using System.Globalization;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Posts.ClosePost;

/// <summary>Gives a post up (撤销岗位).</summary>
internal sealed class ClosePostHandler(
    WelfarePostsDbContext database, HandledRequests requests, PostQueries posts, Plans plans, Records records, TimeProvider time)
{
    public async Task<ClosePostResponse> HandleAsync(ClosePostRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = PostQueries.Id(faults, request.PostId);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true))
            .Demand(request.Handling?.Remarks.Length > 0, "AAE013", "请在备注中填写撤销原因").ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var post = await posts.HoldAsync(id, caller, cancellation);
        if (await requests.FindAsync<ClosePostResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (post.State is PostState.Refused or PostState.Closed)
        {
            throw RpcErrors.FailedPrecondition("POST_ENDED", "该岗位不予开发或已撤销，无需再次办理");
        }

        if (await posts.PlacedAsync(post.Id, cancellation) is > 0 and var placed)
        {
            throw RpcErrors.FailedPrecondition("POST_HELD", string.Create(CultureInfo.InvariantCulture, $"该岗位还有 {placed} 人，请先办理退出"));
        }

        await posts.DemandNotInRoundAsync(post.Id, cancellation);
        await plans.GiveBackAsync(post, post.Places, cancellation);
        post.State = PostState.Closed;
        await records.StepAsync(post.Id, post.State, HandledBy.Of(request.Handling, caller, time), cancellation);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new ClosePostResponse { Post = post.ToContract(placed: 0) }, cancellation);
    }
}
