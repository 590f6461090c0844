using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Registration.Data;

namespace Wenye.Registration.Features.ReviewApplication;

/// <summary>Registers the applicant as unemployed (办理失业登记) and announces it; all of it commits with the approval.</summary>
internal sealed class RegistrationOpening(RegistrationDbContext database)
{
    /// <summary>Adds the registration, the person where it is new, and the event to the context.</summary>
    /// <remarks>Whether the person has a live registration is answered by the database alone: a look beforehand would race.</remarks>
    public async Task<UnemploymentRegistration> OpenAsync(StoredApplication application, DateOnly today, CancellationToken cancellation)
    {
        var person = await database.People.SingleOrDefaultAsync(p => p.Identity == application.Applicant, cancellation)
            ?? database.Add(new Person { Id = Guid.CreateVersion7(), Identity = application.Applicant }).Entity;
        var registration = new UnemploymentRegistration
        {
            Id = Guid.CreateVersion7(),
            PersonId = person.Id,
            ApplicationId = application.Id,
            Division = application.Division,
            RegisteredOn = today,
        };
        database.Add(registration);
        database.Publish(new UnemploymentRegistered
        {
            RegistrationId = registration.Id,
            PersonId = person.Id,
            Division = registration.Division,
            RegisteredOn = registration.RegisteredOn,
            UnemploymentReason = application.UnemploymentReason,
            ClaimsBenefit = application.ClaimsBenefit,
        });
        return registration;
    }
}
