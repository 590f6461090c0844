using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Offices;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.CancelRegistration;

/// <summary>Ends a registration (注销失业登记), when the reason is lawful today; otherwise nothing changes.</summary>
internal sealed class CancelRegistrationHandler(
    RegistrationDbContext database, People people, HandledRequests requests, ApplicationCommit commit,
    RegistrationClosing closing, OfficeDirectory offices, ICodeTables codes, TimeProvider time)
{
    public async Task<CancelRegistrationResponse> HandleAsync(CancelRegistrationRequest request, Caller caller, CancellationToken cancellation)
    {
        // Loaded before the question whether it is a repeat: a winner that commits in between is then seen by one of the two.
        var registration = await database.Registrations.LoadAsync(request.RegistrationId, caller, cancellation);
        await people.HoldAsync(registration.PersonId, cancellation);
        var first = await requests.FindAsync<CancelRegistrationResponse>(caller.Agency, request.RequestId, request, cancellation);
        if (first is not null)
        {
            return first;
        }

        var person = await database.DetailsOfAsync(registration.PersonId, cancellation);
        var by = HandledBy.Of(request.Handling, caller, time);
        CancellationRules.Demand(request, registration, person, codes, ChinaTime.DayOf(by.At));
        await offices.DemandAsync(request.Handling, caller, cancellation);
        if (registration.CancelledOn is not null)
        {
            throw RpcErrors.FailedPrecondition("REGISTRATION_ENDED", "该失业登记已注销，不能再次注销");
        }

        var decision = closing.Close(
            registration, request.ReasonCode, request.CancelledOn.ToDay(), request.Grounds, by, CancellationRules.SocialSecurityNumberOf(person, request));
        var answer = new CancelRegistrationResponse
        {
            Registration = registration.AnswerTo(person, caller),
            Decision = decision.ToContract(),
            Applied = decision.Outcome == Outcome.Granted,
            Notice = CancellationNotice.Of(registration, person, decision, caller),
        };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }
}
