using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>What a round allows where it stands (招聘状态规则).</summary>
internal static class RoundRules
{
    /// <summary>States in which a candidacy is open: it may still lead to a post, and counts for one person, one post (38号 八).</summary>
    public static readonly CandidacyState[] Open =
        [CandidacyState.Submitted, CandidacyState.Ranked, CandidacyState.Proposed, CandidacyState.Objected, CandidacyState.Confirmed];

    /// <summary>States of those who have one of the places of their post.</summary>
    public static readonly CandidacyState[] Chosen = [CandidacyState.Proposed, CandidacyState.Objected, CandidacyState.Confirmed, CandidacyState.Placed];

    /// <summary>What the round must be in (须处于).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION ROUND_STATE.</exception>
    public static void Demand(this RecruitmentRound round, string message, params ReadOnlySpan<RoundState> states)
    {
        if (!states.Contains(round.State))
        {
            throw RpcErrors.FailedPrecondition("ROUND_STATE", message);
        }
    }

    /// <summary>Whether applications are taken (报名中).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION ROUND_NOT_TAKING.</exception>
    public static void DemandTaking(this RecruitmentRound round, DateOnly today)
    {
        if (round.State != RoundState.Published || today > round.ClosesOn)
        {
            throw RpcErrors.FailedPrecondition("ROUND_NOT_TAKING", "该招聘未发布或报名已截止，不再接受报名");
        }
    }

    /// <summary>The post of the round (招聘岗位).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND.</exception>
    public static RoundPost PostOf(this RecruitmentRound round, Guid post) =>
        round.Posts.SingleOrDefault(one => one.PostId == post) ?? throw RpcErrors.NotFound("POST_NOT_IN_ROUND", "该招聘没有此岗位，请从招聘公告查询后填写");

    /// <summary>A reason of 1 to 200 characters (理由).</summary>
    public static void DemandReason(string reason, Wenye.Contracts.Type.V1.Handling? handling) => new RequestFaults()
        .Text(reason, "reason", LongestReason)
        .Add(HandledBy.Faults(handling, operatorRequired: false))
        .ThrowIfAny();

    /// <summary>Characters of a reason at most.</summary>
    public const int LongestReason = 200;

    /// <summary>What stays a record of who did it and why (经办及理由).</summary>
    public static HandledBy Because(this HandledBy by, string reason) => by with { Remarks = reason };
}
