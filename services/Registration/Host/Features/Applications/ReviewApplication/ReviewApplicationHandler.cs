using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Exchange;
using Wenye.Registration.Forms;
using Wenye.Registration.Features.Offices;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications.ReviewApplication;

/// <summary>Decides an application (审核): 审核中 → 已审核, when policy allows the result; otherwise nothing changes.</summary>
internal sealed class ReviewApplicationHandler(
    RegistrationDbContext database, HandledRequests requests, ApplicationCommit commit,
    RegistrationOpening opening, RegistrationDecisions decisions, ExchangeUploads uploads, OfficeDirectory offices, TimeProvider time)
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

        await offices.DemandAsync(request.Handling, caller, cancellation);
        application.DemandUndecided();
        var by = HandledBy.Of(request.Handling, caller, time);
        var decision = request.Approval is { } approval
            ? await ApproveAsync(application, approval, by, cancellation)
            : Reject(application, request.Rejection, by);
        var granted = decision.Outcome == Outcome.Granted;
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

    private async Task<Decision> ApproveAsync(StoredApplication application, Approval approval, HandledBy by, CancellationToken cancellation)
    {
        var form = SubmittedForm.Of(application);
        var today = ChinaTime.DayOf(by.At);
        var (person, standing) = await opening.HoldAsync(form.Person, today, cancellation);
        var decision = decisions.Eligibility(form, today, standing, approval);
        if (decision.Outcome == Outcome.Granted)
        {
            var registration = await opening.OpenAsync(application, person.Id, today, by, cancellation);
            application.Approve(registration.Id, decision.Canonical(), by);
        }
        else
        {
            // What the form tells of the person is taken over with the registration, not without it.
            await database.Database.RollbackTransactionAsync(cancellation);
        }

        return decision;
    }

    private Decision Reject(StoredApplication application, Rejection rejection, HandledBy by)
    {
        var decision = decisions.Rejection(application.Division, ChinaTime.DayOf(by.At), rejection.Reason);
        if (decision.Outcome == Outcome.Granted)
        {
            application.Reject(rejection.Explanation, decision.Canonical(), by);
        }

        return decision;
    }
}
