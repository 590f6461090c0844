using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications.ReviewApplication;

/// <summary>Registers the applicant as unemployed (办理失业登记) and announces it; all of it commits with the approval.</summary>
internal sealed class RegistrationOpening(RegistrationDbContext database, People people, EmploymentStanding employments, RegistrationDecisions decisions)
{
    /// <summary>The applicant, known from now on and held until the transaction ends, with what the registers prove of them.</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, when they are registered under a document that this form joins.</exception>
    public async Task<(Person Person, PersonStanding Standing)> HoldAsync(PersonDetails details, DateOnly today, CancellationToken cancellation)
    {
        var person = await people.KnowAsync(await people.CompleteAsync(details, cancellation), cancellation);
        var others = await people.HoldOthersAsync(person, cancellation);
        var ids = others.Select(other => other.Id).ToArray();
        if (ids.Length > 0 && await database.Registrations.AnyAsync(r => ids.Contains(r.PersonId) && r.CancelledOn == null, cancellation))
        {
            throw ApplicationConflicts.RegisteredMeanwhile();
        }

        return (person, new(
            await employments.IsEmployedAsync([person.Id, .. ids], cancellation),
            others.Append(person).Any(same => same.PensionSince <= today)));
    }

    /// <summary>Adds the registration and the event to the context.</summary>
    /// <remarks>Whether the person has a live registration is answered by the database alone: a look beforehand would race.</remarks>
    public UnemploymentRegistration Open(StoredApplication application, Guid personId, DateOnly registeredOn, HandledBy by)
    {
        var registration = new UnemploymentRegistration
        {
            Id = Guid.CreateVersion7(),
            PersonId = personId,
            ApplicationId = application.Id,
            Division = application.Division,
            OfficeId = by.OfficeId ?? application.OfficeId,
            RegisteredOn = registeredOn,
            UnemploymentReason = application.UnemploymentReason,
        };
        registration.Open(ServiceDues.Of(decisions.Services(registration, [], registration.RegisteredOn).Result!), by);
        database.Add(registration);
        database.Publish(new UnemploymentRegistered
        {
            RegistrationId = registration.Id,
            PersonId = personId,
            Division = registration.Division,
            RegisteredOn = registration.RegisteredOn,
            UnemploymentReason = application.UnemploymentReason,
            ClaimsBenefit = application.ClaimsBenefit,
        });
        return registration;
    }
}
