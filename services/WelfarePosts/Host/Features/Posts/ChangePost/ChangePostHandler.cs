using System.Globalization;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Features.Posts.ChangePost;

/// <summary>Changes what is told of a post (岗位变更).</summary>
internal sealed class ChangePostHandler(
    WelfarePostsDbContext database, HandledRequests requests, PostQueries posts, Plans plans, Records records, TimeProvider time)
{
    public async Task<ChangePostResponse> HandleAsync(ChangePostRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var post = await posts.HoldAsync(id, caller, cancellation);
        if (await requests.FindAsync<ChangePostResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (post.State is PostState.Refused or PostState.Closed)
        {
            throw RpcErrors.FailedPrecondition("POST_ENDED", "该岗位不予开发或已撤销，不能变更");
        }

        var placed = await posts.PlacedAsync(post.Id, cancellation);
        List<string> what = [];
        await ChangePlacesAsync(post, request.Places, placed, what, cancellation);
        ChangeMonths(post, request.Months, what);
        if (request.Texts is { } texts)
        {
            what.Add("变更公告内容");
            post.Take(texts);
        }

        await records.StepAsync(post.Id, post.State, HandledBy.Of(request.Handling, caller, time), cancellation, string.Join('、', what));
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new ChangePostResponse { Post = post.ToContract(placed) }, cancellation);
    }

    private static Guid Demand(ChangePostRequest request)
    {
        var faults = new RequestFaults();
        var id = PostQueries.Id(faults, request.PostId);
        faults
            .Demand(request.Texts is not null || request.Places != 0 || request.Months != 0, "texts", "请填写要变更的公告内容、岗位数或在岗月数")
            .Demand(request.Places is >= 0 and <= PostChecks.MostPlaces, "places", $"岗位数应为 1 至 {PostChecks.MostPlaces}，不变时填 0")
            .Demand(request.Months is >= 0 and <= PostChecks.MostMonths, "months", $"在岗月数应为 1 至 {PostChecks.MostMonths}，不变时填 0");
        if (request.Texts is { } texts)
        {
            faults.Texts(texts);
        }

        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        return id;
    }

    private async Task ChangePlacesAsync(Post post, int places, int placed, List<string> what, CancellationToken cancellation)
    {
        if (places == 0 || places == post.Places)
        {
            return;
        }

        if (post.State != PostState.Proposed)
        {
            await DemandLowerableAsync(post, places, placed, cancellation);
            await plans.GiveBackAsync(post, post.Places - places, cancellation);
        }

        what.Add(string.Create(CultureInfo.InvariantCulture, $"岗位数由 {post.Places} 变更为 {places}"));
        post.Places = places;
    }

    private async Task DemandLowerableAsync(Post post, int places, int placed, CancellationToken cancellation)
    {
        if (places > post.Places)
        {
            throw RpcErrors.FailedPrecondition("PLACES_NEED_PROPOSAL", "已核定岗位增加人数按补充开发办理，请另行申报岗位（鲁人社字〔2020〕36号 第十二条）");
        }

        if (places < placed)
        {
            throw RpcErrors.FailedPrecondition("PLACES_TAKEN", string.Create(CultureInfo.InvariantCulture, $"该岗位已安置 {placed} 人，岗位数不能少于已安置人数"));
        }

        await posts.DemandNotInRoundAsync(post.Id, cancellation);
    }

    private static void ChangeMonths(Post post, int months, List<string> what)
    {
        if (months == 0)
        {
            return;
        }

        if (post.State != PostState.Proposed || post.Kind != PostKind.UrbanTemporary)
        {
            throw RpcErrors.FailedPrecondition("MONTHS_FIXED", "在岗月数只有临时性岗位填写，核定后不变");
        }

        what.Add(string.Create(CultureInfo.InvariantCulture, $"在岗月数变更为 {months}"));
        post.Months = months;
    }
}
