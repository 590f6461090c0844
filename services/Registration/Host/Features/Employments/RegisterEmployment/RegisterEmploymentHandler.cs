using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain.Employments;
using Wenye.Registration.Features.Register;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Employments.RegisterEmployment;

/// <summary>Registers employment (办理就业登记), which ends the person's registration as unemployed by itself.</summary>
internal sealed class RegisterEmploymentHandler(
    HandledRequests requests, ApplicationCommit commit, EmploymentOpening opening, RegistrationClosing closing,
    RegistrationDecisions decisions, ICodeTables codes, TimeProvider time)
{
    public async Task<RegisterEmploymentResponse> HandleAsync(
        RegisterEmploymentRequest request, Caller caller, CancellationToken cancellation)
    {
        var fields = EmploymentForms.Read(request.Form ?? new EmploymentForm());
        if (Faults(request, fields) is { Count: > 0 } faults)
        {
            // A repeat must get its first answer even when the code tables have changed since.
            return await requests.FindAsync<RegisterEmploymentResponse>(caller.Agency, request.RequestId, request, cancellation)
                ?? throw RpcErrors.InvalidArgument(faults);
        }

        // The person is held before the question whether this is a repeat: a winner that commits meanwhile is then seen.
        var form = new SubmittedEmployment(fields);
        var (person, others) = await opening.KnowAsync(form, cancellation);
        if (await requests.FindAsync<RegisterEmploymentResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        var today = ChinaTime.DayOf(by.At);
        var live = await closing.FindLiveAsync(person, others, cancellation);
        await opening.DemandAsync(form, [person, .. others], live, caller, cancellation);
        var decision = decisions.Employment(form, live?.Division ?? form.Division, today, others.Append(person).Min(same => same.PensionSince));
        var deregistration = decision.Result is { } effect && live is not null
            ? closing.Close(live, effect.ReasonCode, today, grounds: null, by, form.Person.SocialSecurityNumber)
            : null;
        var answer = new RegisterEmploymentResponse
        {
            Warnings = { EmploymentWarnings.Of(fields).Select(warning => new Warning { Field = warning.Code, Message = warning.Message }) },
            EmploymentDecision = decision.ToContract(),
            Decision = deregistration?.ToContract(),
            Applied = decision.Outcome == Outcome.Granted && deregistration?.Outcome is null or Outcome.Granted,
        };
        if (answer.Applied)
        {
            answer.Employment = (await opening.OpenAsync(form, person, live is not null, decision, by, cancellation)).AnswerTo(caller);
            answer.EndedRegistration = live?.AnswerTo(form.Person, caller);
        }
        else
        {
            await opening.ForgetAsync(cancellation);
        }

        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    private List<FieldError> Faults(RegisterEmploymentRequest request, Dictionary<string, string> fields) =>
    [
        .. EmploymentFields.Registration.Validate(fields, codes, ChinaTime.Today(time)).Select(fault => new FieldError(fault.Code, fault.Message)),
        .. HandledBy.Faults(request.Handling, operatorRequired: true),
    ];
}
