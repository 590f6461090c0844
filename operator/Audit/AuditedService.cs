using Grpc.Core;
using Wenye.Contracts.Audit.V1;
using LoansAudit = Wenye.Contracts.Loans.V1.AuditService.AuditServiceClient;
using RegistrationAudit = Wenye.Contracts.Registration.V1.AuditService.AuditServiceClient;
using StabilizationAudit = Wenye.Contracts.Stabilization.V1.AuditService.AuditServiceClient;
using StatisticsAudit = Wenye.Contracts.Statistics.V1.AuditService.AuditServiceClient;
using TrainingAudit = Wenye.Contracts.Training.V1.AuditService.AuditServiceClient;
using WelfarePostsAudit = Wenye.Contracts.WelfarePosts.V1.AuditService.AuditServiceClient;

namespace Wenye.Operator.Audit;

/// <summary>A service with an audit log (有审计链的服务), with the calls that look at it.</summary>
/// <param name="Name">As in its anchors.</param>
/// <param name="Verify">核验审计链.</param>
/// <param name="CheckAsync">核对锚定.</param>
/// <param name="ListAsync">查询审计记录.</param>
internal sealed record AuditedService(
    string Name,
    Func<VerifyChainRequest, CallOptions, AsyncServerStreamingCall<VerifyChainResponse>> Verify,
    Func<CheckHeadsRequest, CallOptions, AsyncUnaryCall<CheckHeadsResponse>> CheckAsync,
    Func<ListEntriesRequest, CallOptions, AsyncUnaryCall<ListEntriesResponse>> ListAsync)
{
    /// <summary>All of them (各服务).</summary>
    public static IReadOnlyList<AuditedService> All(CallInvoker calls)
    {
        var (registration, training, loans) = (new RegistrationAudit(calls), new TrainingAudit(calls), new LoansAudit(calls));
        var (stabilization, posts, statistics) = (new StabilizationAudit(calls), new WelfarePostsAudit(calls), new StatisticsAudit(calls));
        return
        [
            new("registration", registration.VerifyChain, registration.CheckHeadsAsync, registration.ListEntriesAsync),
            new("training", training.VerifyChain, training.CheckHeadsAsync, training.ListEntriesAsync),
            new("loans", loans.VerifyChain, loans.CheckHeadsAsync, loans.ListEntriesAsync),
            new("stabilization", stabilization.VerifyChain, stabilization.CheckHeadsAsync, stabilization.ListEntriesAsync),
            new("welfare-posts", posts.VerifyChain, posts.CheckHeadsAsync, posts.ListEntriesAsync),
            new("statistics", statistics.VerifyChain, statistics.CheckHeadsAsync, statistics.ListEntriesAsync),
        ];
    }
}
