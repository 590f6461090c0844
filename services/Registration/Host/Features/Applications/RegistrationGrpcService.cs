using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Features.Applications.CloseDuplicateApplication;
using Wenye.Registration.Features.Applications.GetApplication;
using Wenye.Registration.Features.Applications.ListApplications;
using Wenye.Registration.Features.Applications.ReviewApplication;
using Wenye.Registration.Features.Applications.StartReview;
using Wenye.Registration.Features.Applications.SubmitApplication;
using Wenye.Registration.Features.Applications.SupplyMissingItems;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications;

/// <summary>The calls of wenye.registration.v1 (失业登记接口); each is a folder under Features.</summary>
internal sealed class RegistrationGrpcService(
    SubmitApplicationHandler submit, GetApplicationHandler get, StartReviewHandler startReview, ReviewApplicationHandler review,
    CloseDuplicateApplicationHandler closeDuplicate, SupplyMissingItemsHandler supply, ListApplicationsHandler list)
    : RegistrationService.RegistrationServiceBase
{
    public override Task<SubmitApplicationResponse> SubmitApplication(SubmitApplicationRequest request, ServerCallContext context) =>
        submit.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetApplicationResponse> GetApplication(GetApplicationRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<StartReviewResponse> StartReview(StartReviewRequest request, ServerCallContext context) =>
        startReview.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReviewApplicationResponse> ReviewApplication(ReviewApplicationRequest request, ServerCallContext context) =>
        review.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CloseDuplicateApplicationResponse> CloseDuplicateApplication(CloseDuplicateApplicationRequest request, ServerCallContext context) =>
        closeDuplicate.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SupplyMissingItemsResponse> SupplyMissingItems(SupplyMissingItemsRequest request, ServerCallContext context) =>
        supply.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListApplicationsResponse> ListApplications(ListApplicationsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
