using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Exchange;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications.ReviewApplication;

/// <summary>Decides an application (审核): 审核中 → 已审核, when policy allows the result; otherwise nothing changes.</summary>
internal sealed class ReviewApplicationHandler(
    RegistrationDbContext database, HandledRequests requests, ApplicationCommit commit,
    RegistrationOpening opening, ExchangeUploads uploads, TimeProvider time)
{
    public async Task<ReviewApplicationResponse> HandleAsync(
        ReviewApplicationRequest request, Caller caller, CancellationToken cancellation)
    {
        ReviewValidation.Demand(request);
        // Loaded before the question whether it is a repeat: a winner that commits in between is then seen by one of the two.
        var application = await database.Applications.LoadAsync(request.ApplicationId, caller, cancellation);
        var first = await requests.FindAsync<ReviewApplicationResponse>(caller.Agency, request.RequestId, request, cancellation);
        if (first is not null)
        {
            return first;
        }

        application.DemandUndecided();
        var by = HandledBy.Of(request.Handling, caller, time);
        var today = ChinaTime.DayOf(by.At);
        var form = SubmittedForm.Of(application);
        var decision = request.ResultCase == ReviewApplicationRequest.ResultOneofCase.Approval
            ? RegistrationDecisions.Eligibility(form, today, request.Approval)
            : RegistrationDecisions.Rejection(application.Division, today, request.Rejection.Reason);
        var granted = decision.Outcome == Outcome.Granted;
        if (granted && request.Rejection is { } rejection)
        {
            application.Reject(rejection.Explanation, decision.Canonical(), by);
        }
        else if (granted)
        {
            var registration = await opening.OpenAsync(application, form.Person, by, cancellation);
            application.Approve(registration.Id, decision.Canonical(), by);
        }

        if (granted)
        {
            uploads.AddResult(application, by);
        }

        var answer = new ReviewApplicationResponse
        {
            Application = application.AnswerTo(caller),
            Decision = decision.ToContract(),
            Applied = granted,
        };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }
}
