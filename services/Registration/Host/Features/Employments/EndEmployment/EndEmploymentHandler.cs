using Wenye.Contracts.Events.Registration.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain.Employments;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Employments.EndEmployment;

/// <summary>Ends an employment (终止就业登记): with the last one the person may register as unemployed again.</summary>
internal sealed class EndEmploymentHandler(
    RegistrationDbContext database, HandledRequests requests, ApplicationCommit commit, ICodeTables codes, TimeProvider time)
{
    public async Task<EndEmploymentResponse> HandleAsync(EndEmploymentRequest request, Caller caller, CancellationToken cancellation)
    {
        if (Faults(request) is { Count: > 0 } faults)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        // Loaded before the question whether it is a repeat: a winner that commits in between is then seen by one of the two.
        var employment = await database.Employments.LoadAsync(request.EmploymentId, caller, cancellation);
        if (await requests.FindAsync<EndEmploymentResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var endedOn = request.EndedOn.ToDay();
        Demand(employment, endedOn);
        var by = HandledBy.Of(request.Handling, caller, time);
        employment.End(endedOn, request.ReasonCode.Length > 0 ? request.ReasonCode : null, by);
        database.Publish(new EmploymentEnded
        {
            EmploymentId = employment.Id,
            PersonId = employment.PersonId,
            Division = employment.Division,
            Manner = EmploymentForms.Text(employment.Manner),
            EndedOn = endedOn,
            RegisteredOn = ChinaTime.DayOf(by.At),
            ReasonCode = request.ReasonCode,
        });
        var answer = new EndEmploymentResponse { Employment = employment.AnswerTo(caller) };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    private static void Demand(StoredEmployment employment, DateOnly endedOn)
    {
        if (employment.EndedOn is not null)
        {
            throw RpcErrors.FailedPrecondition("EMPLOYMENT_ENDED", "该就业登记已终止，不能再次终止");
        }

        if (endedOn < employment.EmployedOn)
        {
            throw RpcErrors.InvalidArgument("ended_on", "终止就业日期早于就业时间，请核对");
        }
    }

    private List<FieldError> Faults(EndEmploymentRequest request)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ended_on"] = EmploymentForms.Text(request.EndedOn),
            ["AJC093"] = request.ReasonCode,
        };
        return
        [
            .. EmploymentFields.End.Validate(fields, codes, ChinaTime.Today(time)).Select(fault => new FieldError(fault.Code, fault.Message)),
            .. HandledBy.Faults(request.Handling, operatorRequired: true),
        ];
    }
}
