using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Offices;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications.StartReview;

/// <summary>Takes an application up for review (开始审核): 待审核 → 审核中.</summary>
internal sealed class StartReviewHandler(
    RegistrationDbContext database, HandledRequests requests, ApplicationCommit commit, OfficeDirectory offices, TimeProvider time)
{
    public async Task<StartReviewResponse> HandleAsync(StartReviewRequest request, Caller caller, CancellationToken cancellation)
    {
        if (HandledBy.Faults(request.Handling, operatorRequired: false).ToList() is { Count: > 0 } faults)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        // Loaded before the question whether it is a repeat: a winner that commits in between is then seen by one of the two.
        var application = await database.Applications.LoadAsync(request.ApplicationId, caller, cancellation);
        var first = await requests.FindAsync<StartReviewResponse>(caller.Agency, request.RequestId, request, cancellation);
        if (first is not null)
        {
            return first;
        }

        await offices.DemandAsync(request.Handling, caller, cancellation);
        application.StartReview(HandledBy.Of(request.Handling, caller, time));
        var answer = new StartReviewResponse { Application = application.AnswerTo(caller) };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }
}
