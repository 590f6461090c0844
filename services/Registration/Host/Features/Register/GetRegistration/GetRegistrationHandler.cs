using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.GetRegistration;

/// <summary>Reads one registration with its history (查询失业登记).</summary>
internal sealed class GetRegistrationHandler(RegistrationDbContext database)
{
    public async Task<GetRegistrationResponse> HandleAsync(
        GetRegistrationRequest request, Caller caller, CancellationToken cancellation)
    {
        var registration = await database.Registrations.AsNoTracking().LoadAsync(request.RegistrationId, caller, cancellation);
        var person = await database.DetailsOfAsync(registration.PersonId, cancellation);
        return new GetRegistrationResponse
        {
            Registration = registration.AnswerTo(person, caller),
            Steps = { registration.Steps.Select(step => step.AnswerTo(caller)) },
        };
    }
}
