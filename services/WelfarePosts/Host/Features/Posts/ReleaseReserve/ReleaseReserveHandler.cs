using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Posts;
using Outcome = Wenye.Policy.Outcome;
using Situation = Wenye.WelfarePosts.Domain.Posts.SpecialSituation;

namespace Wenye.WelfarePosts.Features.Posts.ReleaseReserve;

/// <summary>Opens a post that was held in reserve (启用储备岗位), 36号 第七条.</summary>
internal sealed class ReleaseReserveHandler(
    WelfarePostsDbContext database, HandledRequests requests, PostQueries posts, Records records, ParameterSet parameters, PostFields fields, TimeProvider time)
{
    public async Task<ReleaseReserveResponse> HandleAsync(ReleaseReserveRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = PostQueries.Id(faults, request.PostId);
        faults
            .Demand(Enum.IsDefined(request.Situation), "situation", "请从接口定义的特殊形势中选择，未认定时不填")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var post = await posts.HoldAsync(id, caller, cancellation);
        if (await requests.FindAsync<ReleaseReserveResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (post.State != PostState.Reserved)
        {
            throw RpcErrors.FailedPrecondition("POST_NOT_RESERVED", "该岗位不是储备岗位，无需启用");
        }

        var facts = new ReserveUseFacts
        {
            Situation = request.Situation == Contract.SpecialSituation.Unspecified ? default(Fact<Situation>) : (Situation)request.Situation,
            LargeScale = request.HasLargeScale ? request.LargeScale : default(Fact<bool>),
        };
        var decision = ReserveUse.Decide(facts, parameters.At(Division.Parse(post.Division), fields.Today));
        post.State = decision.Outcome == Outcome.Granted ? PostState.Open : PostState.Reserved;
        await records.KeepAsync(post.Id, [decision], cancellation);
        await records.StepAsync(post.Id, post.State, HandledBy.Of(request.Handling, caller, time), cancellation, post.State == PostState.Open ? "启用储备岗位" : "不予启用");
        var answer = new ReleaseReserveResponse { Post = post.ToContract(placed: 0), Decision = decision.ToContract() };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}
