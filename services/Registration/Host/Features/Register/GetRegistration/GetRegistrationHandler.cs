using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.GetRegistration;

/// <summary>Reads one registration with its history (查询失业登记): steps, services, what is due.</summary>
internal sealed class GetRegistrationHandler(RegistrationDbContext database, RegistrationDecisions decisions, TimeProvider time)
{
    public async Task<GetRegistrationResponse> HandleAsync(
        GetRegistrationRequest request, Caller caller, CancellationToken cancellation)
    {
        var registration = await database.Registrations.AsNoTracking().LoadAsync(request.RegistrationId, caller, cancellation);
        var person = await database.DetailsOfAsync(registration.PersonId, cancellation);
        var services = await database.Services.AsNoTracking().OfAsync(registration.Id, cancellation);

        // What was due to someone who has left is what was due on the day of leaving.
        var asOf = registration.CancelledOn ?? ChinaTime.Today(time);
        return new GetRegistrationResponse
        {
            Registration = registration.AnswerTo(person, caller),
            Steps = { registration.Steps.Select(step => step.AnswerTo(caller)) },
            Services = { services.Select(service => service.AnswerTo(caller)) },
            Obligations = decisions.Services(registration, services, asOf).ToContract(),
        };
    }
}
