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

/// <summary>What the calls of posts need (岗位开发).</summary>
internal static class PostsSetup
{
    public static void AddPosts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<PostQueries>();
        builder.Services.AddScoped<Villages>();
        builder.Services.AddScoped<Plans>();
        builder.Services.AddScoped<RegisterEmployerHandler>();
        builder.Services.AddScoped<GetEmployerHandler>();
        builder.Services.AddScoped<SetPlanHandler>();
        builder.Services.AddScoped<ListPlansHandler>();
        builder.Services.AddScoped<ProposePostHandler>();
        builder.Services.AddScoped<DecidePostHandler>();
        builder.Services.AddScoped<ReleaseReserveHandler>();
        builder.Services.AddScoped<ChangePostHandler>();
        builder.Services.AddScoped<ClosePostHandler>();
        builder.Services.AddScoped<GetPostHandler>();
        builder.Services.AddScoped<ListPostsHandler>();
        builder.Services.AddScoped<ListVillagePostsHandler>();
    }
}
