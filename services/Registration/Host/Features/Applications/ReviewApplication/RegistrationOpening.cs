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
    public async Task<UnemploymentRegistration> OpenAsync(
        StoredApplication application, Guid personId, DateOnly registeredOn, HandledBy by, CancellationToken cancellation)
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
            Urban = await IsUrbanAsync(registration.OfficeId, cancellation),
        });
        return registration;
    }

    // 79号 三(十)  …并在城镇区域办理失业登记的人员: where the office stands, as the directory has it on this day (docs/decisions/0084).
    private async Task<bool?> IsUrbanAsync(Guid? officeId, CancellationToken cancellation) => officeId is { } id
        ? await database.Offices.Where(office => office.Id == id && office.AreaClass != "").Select(office => (bool?)EF.Functions.Like(office.AreaClass, "1%"))
            .SingleOrDefaultAsync(cancellation)
        : null;
}
