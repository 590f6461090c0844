using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Features.Posts.ChangePost;
using Wenye.WelfarePosts.Features.Posts.ClosePost;
using Wenye.WelfarePosts.Features.Posts.DecidePost;
using Wenye.WelfarePosts.Features.Posts.GetEmployer;
using Wenye.WelfarePosts.Features.Posts.GetPost;
using Wenye.WelfarePosts.Features.Posts.ListPlans;
using Wenye.WelfarePosts.Features.Posts.ListPosts;
using Wenye.WelfarePosts.Features.Posts.ListVillagePosts;
using Wenye.WelfarePosts.Features.Posts.ProposePost;
using Wenye.WelfarePosts.Features.Posts.RegisterEmployer;
using Wenye.WelfarePosts.Features.Posts.ReleaseReserve;
using Wenye.WelfarePosts.Features.Posts.SetPlan;

namespace Wenye.WelfarePosts.Features.Posts;

/// <summary>Employers, plans and posts (岗位开发接口); each rpc is a folder beside this file.</summary>
internal sealed class PostGrpcService(
    RegisterEmployerHandler registerEmployer, GetEmployerHandler getEmployer, SetPlanHandler setPlan, ListPlansHandler listPlans,
    ProposePostHandler propose, DecidePostHandler decide, ReleaseReserveHandler release, ChangePostHandler change, ClosePostHandler close,
    GetPostHandler get, ListPostsHandler list, ListVillagePostsHandler villages) : PostService.PostServiceBase
{
    public override Task<RegisterEmployerResponse> RegisterEmployer(RegisterEmployerRequest request, ServerCallContext context) =>
        registerEmployer.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetEmployerResponse> GetEmployer(GetEmployerRequest request, ServerCallContext context) =>
        getEmployer.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SetPlanResponse> SetPlan(SetPlanRequest request, ServerCallContext context) =>
        setPlan.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context) =>
        listPlans.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ProposePostResponse> ProposePost(ProposePostRequest request, ServerCallContext context) =>
        propose.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<DecidePostResponse> DecidePost(DecidePostRequest request, ServerCallContext context) =>
        decide.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReleaseReserveResponse> ReleaseReserve(ReleaseReserveRequest request, ServerCallContext context) =>
        release.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ChangePostResponse> ChangePost(ChangePostRequest request, ServerCallContext context) =>
        change.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ClosePostResponse> ClosePost(ClosePostRequest request, ServerCallContext context) =>
        close.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetPostResponse> GetPost(GetPostRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListPostsResponse> ListPosts(ListPostsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListVillagePostsResponse> ListVillagePosts(ListVillagePostsRequest request, ServerCallContext context) =>
        villages.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
