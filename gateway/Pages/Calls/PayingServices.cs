using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Loans = Wenye.Contracts.Loans.V1;
using Stabilization = Wenye.Contracts.Stabilization.V1;
using Training = Wenye.Contracts.Training.V1;
using WelfarePosts = Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.Gateway.Pages.Calls;

/// <summary>A service that pays, and so publishes lists (拨付服务).</summary>
/// <param name="Name">In service discovery.</param>
/// <param name="Title">In Chinese.</param>
/// <param name="ListAsync">Its PaymentService.ListPublicities.</param>
/// <param name="ListLinesAsync">Its PaymentService.ListPublicityLines.</param>
internal sealed record PayingService(
    string Name,
    string Title,
    Func<CallInvoker, ListPublicitiesRequest, CancellationToken, AsyncUnaryCall<ListPublicitiesResponse>> ListAsync,
    Func<CallInvoker, ListPublicityLinesRequest, CancellationToken, AsyncUnaryCall<ListPublicityLinesResponse>> ListLinesAsync)
{
    /// <summary>All of them, two lines each (全部).</summary>
    public static IReadOnlyList<PayingService> All { get; } =
    [
        new("stabilization", "援企稳岗",
            (calls, asked, cancellation) => new Stabilization.PaymentService.PaymentServiceClient(calls).ListPublicitiesAsync(asked, cancellationToken: cancellation),
            (calls, asked, cancellation) => new Stabilization.PaymentService.PaymentServiceClient(calls).ListPublicityLinesAsync(asked, cancellationToken: cancellation)),
        new("training", "职业培训",
            (calls, asked, cancellation) => new Training.PaymentService.PaymentServiceClient(calls).ListPublicitiesAsync(asked, cancellationToken: cancellation),
            (calls, asked, cancellation) => new Training.PaymentService.PaymentServiceClient(calls).ListPublicityLinesAsync(asked, cancellationToken: cancellation)),
        new("loans", "创业担保贷款",
            (calls, asked, cancellation) => new Loans.PaymentService.PaymentServiceClient(calls).ListPublicitiesAsync(asked, cancellationToken: cancellation),
            (calls, asked, cancellation) => new Loans.PaymentService.PaymentServiceClient(calls).ListPublicityLinesAsync(asked, cancellationToken: cancellation)),
        new("welfare-posts", "公益性岗位",
            (calls, asked, cancellation) => new WelfarePosts.PaymentService.PaymentServiceClient(calls).ListPublicitiesAsync(asked, cancellationToken: cancellation),
            (calls, asked, cancellation) => new WelfarePosts.PaymentService.PaymentServiceClient(calls).ListPublicityLinesAsync(asked, cancellationToken: cancellation)),
    ];
}
