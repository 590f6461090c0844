using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Offices;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications.CloseDuplicateApplication;

/// <summary>Closes an application whose applicant another one has registered (重复申请办结); docs/decisions/0034.</summary>
/// <remarks>39号 prints no result for it, and 79号 一(二) leaves no reason to reject: what the applicant asked for has been done.</remarks>
internal sealed class CloseDuplicateApplicationHandler(
    RegistrationDbContext database, HandledRequests requests, ApplicationCommit commit, StatusRecords records,
    OfficeDirectory offices, PersonalDataProtector protector, TimeProvider time)
{
    public async Task<CloseDuplicateApplicationResponse> HandleAsync(
        CloseDuplicateApplicationRequest request, Caller caller, CancellationToken cancellation)
    {
        if (HandledBy.Faults(request.Handling, operatorRequired: true).ToList() is { Count: > 0 } faults)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        // Loaded before the question whether it is a repeat: a winner that commits in between is then seen by one of the two.
        var application = await database.Applications.LoadAsync(request.ApplicationId, caller, cancellation);
        var first = await requests.FindAsync<CloseDuplicateApplicationResponse>(caller.Agency, request.RequestId, request, cancellation);
        if (first is not null)
        {
            return first;
        }

        await offices.DemandAsync(request.Handling, caller, cancellation);
        application.DemandUndecided();
        var by = HandledBy.Of(request.Handling, caller, time);
        await DemandRegisteredAsync(SubmittedForm.Of(application), ChinaTime.DayOf(by.At), cancellation);
        application.CloseAsDuplicate(by);
        var answer = new CloseDuplicateApplicationResponse { Application = application.AnswerTo(caller) };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    // The registration is another application's: this one is undecided.
    private async Task DemandRegisteredAsync(SubmittedForm form, DateOnly today, CancellationToken cancellation)
    {
        var status = await records.OfAsync(new(form.Applicant(protector), form.OtherDocument(protector), Number: null, today), cancellation);
        if (!status.IsRegistered)
        {
            throw RpcErrors.FailedPrecondition("NOT_A_DUPLICATE", "该人员没有有效的失业登记，本申请不是重复申请，请予审核");
        }
    }
}
