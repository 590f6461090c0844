using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Posts;
using Outcome = Wenye.Policy.Outcome;
using Post = Wenye.WelfarePosts.Data.Post;
using Rule = Wenye.WelfarePosts.Domain.Posts.PostDevelopment;

namespace Wenye.WelfarePosts.Features.Posts.DecidePost;

/// <summary>Decides whether a proposed post is a public-benefit post (岗位核定), and develops it under the plan.</summary>
internal sealed class DecidePostHandler(
    WelfarePostsDbContext database, HandledRequests requests, PostQueries posts, Plans plans, Villages villages, Records records,
    ParameterSet parameters, PostFields fields, TimeProvider time)
{
    public async Task<DecidePostResponse> HandleAsync(DecidePostRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = PostQueries.Id(faults, request.PostId);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var post = await posts.HoldAsync(id, caller, cancellation);
        if (await requests.FindAsync<DecidePostResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (post.State != PostState.Proposed)
        {
            throw RpcErrors.FailedPrecondition("POST_DECIDED", "该岗位已核定或已撤销，无需再次核定");
        }

        var decision = Decide(post, request);
        if (decision.Outcome == Outcome.Granted)
        {
            await plans.DevelopAsync(post, request.Reserve, cancellation);
        }

        post.State = StateAfter(decision.Outcome, request.Reserve);
        await records.KeepAsync(post.Id, [decision], cancellation);
        await records.StepAsync(post.Id, post.State, HandledBy.Of(request.Handling, caller, time), cancellation, decision.Outcome == Outcome.Incomplete ? "待补正" : null);
        var answer = new DecidePostResponse { Post = post.ToContract(placed: 0), Decision = decision.ToContract(), Village = await villages.WithAsync(post, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private Decision<NoOutputs> Decide(Post post, DecidePostRequest request)
    {
        post.NonProfit = request.HasNonProfit ? request.NonProfit : post.NonProfit;
        post.VillageBurdened = request.HasVillageBurdened ? request.VillageBurdened : post.VillageBurdened;
        var facts = new PostDevelopmentFacts
        {
            Post = (Domain.Posts.PostKind)post.Kind,
            Duty = (Domain.Posts.PostDuty)post.Duty,
            NonProfit = Fact.From(post.NonProfit),
            VillageBurdened = Fact.From(post.VillageBurdened),
            Months = Fact.From(post.Months),
        };
        return Rule.Decide(facts, parameters.At(Division.Parse(post.Division), fields.Today));
    }

    private static PostState StateAfter(Outcome outcome, bool reserve) => outcome switch
    {
        Outcome.Granted => reserve ? PostState.Reserved : PostState.Open,
        Outcome.Refused => PostState.Refused,
        _ => PostState.Proposed,
    };
}
