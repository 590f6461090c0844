using Microsoft.EntityFrameworkCore;
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
    RegistrationDbContext database, HandledRequests requests, ApplicationCommit commit,
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
        var application = form.ToApplication(protector, eligibility, deadline);
        application.Receive(HandledBy.Of(request.Handling, caller, time));
        database.Add(application);

        // Inserts only: they go in one batch, which PostgreSQL commits or drops as one, without a round trip for COMMIT.
        database.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        var answer = new SubmitApplicationResponse
        {
            Application = application.AnswerTo(caller, fields),
            Eligibility = eligibility.ToContract(),
            ReviewDeadline = deadline.ToContract(),
        };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }
}
