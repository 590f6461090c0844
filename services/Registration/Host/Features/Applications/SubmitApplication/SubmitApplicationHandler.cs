using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Forms;
using Wenye.Registration.Features.Offices;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications.SubmitApplication;

/// <summary>Takes an application (受理失业登记申请): never refused for missing papers, only for a form at fault or one too many.</summary>
internal sealed class SubmitApplicationHandler(
    FirstAnswers first, ApplicationCommit commit, SerialNumbers serials, StatusRecords records, RegistrationDecisions decisions,
    OfficeDirectory offices, PersonalDataProtector protector, ICodeTables codes, TimeProvider time)
{
    public async Task<SubmitApplicationResponse> HandleAsync(
        SubmitApplicationRequest request, Caller caller, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(time);
        var fields = FormFields.Read(request.Form ?? new ApplicationForm());
        List<FieldError> faults = [.. SubmitValidation.Faults(request, fields, codes, today), .. await offices.FaultsAsync(request.Handling, caller, cancellation)];
        if (faults.Count > 0)
        {
            return await FirstAnswerOrAsync(RpcErrors.InvalidArgument(faults));
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        var intake = Intake.Of(request, by);
        var form = new SubmittedForm(fields, intake.Place);
        caller.DemandDivision(form.Division);

        // Most people have nothing on record: the application is made as if, and added only where it is so, looking and writing at once.
        var asked = new Asked(form.Applicant(protector), form.OtherDocument(protector), form.Number, today);
        var (application, answer) = await MakeAsync(form, PersonStanding.Unknown, intake, by, caller, cancellation);
        if (await commit.TryAddAsync(application, asked, caller, request.RequestId, request, FirstAnswers.Kept(answer), cancellation))
        {
            return answer;
        }

        // A repeat, a conflict, or a record that decides on eligibility.
        var status = await records.OfAsync(asked, cancellation);
        if (ApplicationConflicts.Of(status) is { } conflict)
        {
            return await FirstAnswerOrAsync(conflict);
        }

        (application, answer) = await MakeAsync(form, status.Standing, intake, by, caller, cancellation);
        var committed = await commit.AddAsync(application, caller, request.RequestId, request, FirstAnswers.Kept(answer), cancellation);
        return await first.FirstOfAsync(answer, committed, request, caller, cancellation);

        // A repeat gets its first answer even when code tables or the person's status have changed since.
        async Task<SubmitApplicationResponse> FirstAnswerOrAsync(RpcException refusal) =>
            await first.FindAsync(request, caller, cancellation) ?? throw refusal;
    }

    private async Task<(StoredApplication Application, SubmitApplicationResponse Answer)> MakeAsync(
        SubmittedForm form, PersonStanding standing, Intake intake, HandledBy by, Caller caller, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(time);
        var eligibility = decisions.Eligibility(form, today, standing);
        var deadline = decisions.ReviewDeadline(form.Division, today);
        var application = form.ToApplication(await serials.NextAsync(cancellation), protector, eligibility.Sealed(protector), deadline, intake);
        application.Receive(by);
        var answer = new SubmitApplicationResponse
        {
            Application = application.AnswerTo(caller, form.Fields),
            Eligibility = eligibility.ToContract(),
            ReviewDeadline = deadline.ToContract(),
        };

        // What is kept of the answer holds the decisions no more.
        AuditedCall.NoteAnswer(answer);
        return (application, answer);
    }
}
