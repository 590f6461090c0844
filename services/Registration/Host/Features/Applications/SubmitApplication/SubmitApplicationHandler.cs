using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain.Applications;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications.SubmitApplication;

/// <summary>Takes an application (受理失业登记申请): never refused for missing papers, only for a form at fault.</summary>
internal sealed class SubmitApplicationHandler(
    HandledRequests requests, ApplicationCommit commit, SerialNumbers serials,
    PersonalDataProtector protector, ICodeTables codes, TimeProvider time)
{
    public async Task<SubmitApplicationResponse> HandleAsync(
        SubmitApplicationRequest request, Caller caller, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(time);
        var fields = FormFields.Read(request.Form ?? new ApplicationForm());
        if (FieldRules.Application.Validate(fields, codes, today) is { Count: > 0 } faults)
        {
            // A repeat must get its first answer even when the code tables have changed since.
            return await requests.FindAsync<SubmitApplicationResponse>(caller.Agency, request.RequestId, request, cancellation)
                ?? throw RpcErrors.InvalidArgument(faults.Select(fault => new FieldError(fault.Code, fault.Message)));
        }

        var form = new SubmittedForm(fields);
        caller.DemandDivision(form.Division);
        var eligibility = RegistrationDecisions.Eligibility(form, today);
        var deadline = RegistrationDecisions.ReviewDeadline(form.Division, today);
        var application = form.ToApplication(await serials.NextAsync(cancellation), protector, eligibility, deadline);
        application.Receive(HandledBy.Of(request.Handling, caller, time));
        var answer = new SubmitApplicationResponse
        {
            Application = application.AnswerTo(caller, fields),
            Eligibility = eligibility.ToContract(),
            ReviewDeadline = deadline.ToContract(),
        };
        return await commit.AddAsync(application, caller, request.RequestId, request, answer, cancellation);
    }
}
