using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Domain.Terms;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>Who is served and told before the end of a term (期满前服务与告知), 36号 第十七条.</summary>
internal static class TermNotices
{
    /// <summary>welfare_posts.notice of a placement on a day (认定).</summary>
    public static Decision<TermNoticeResult> Decide(Placement placement, PlacementQueries queries, DateOnly on) =>
        TermNotice.Decide(new TermNoticeFacts { Until = Fact.From(placement.Until) }, queries.Policy(placement.Division, on));

    /// <summary>Only who is in post has an end before them (须在岗).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION ALREADY_LEFT.</exception>
    public static void DemandInPost(Placement placement)
    {
        if (placement.State == PlacementState.Left)
        {
            throw RpcErrors.FailedPrecondition("ALREADY_LEFT", "该人员已退出公益性岗位，不能办理");
        }
    }
}
