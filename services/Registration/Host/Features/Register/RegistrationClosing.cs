using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain;
using Wenye.Registration.Exchange;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register;

/// <summary>Ends registrations (注销失业登记), whoever finds the ground: an office, an employment, a pension.</summary>
internal sealed class RegistrationClosing(RegistrationDbContext database, RegistrationDecisions decisions, ExchangeUploads uploads)
{
    /// <summary>The person's live registration with its steps, also one under a document that a form joined later; null when there is none.</summary>
    /// <remarks>Of two, begun before anything told that they are one person's, the earlier.</remarks>
    public Task<UnemploymentRegistration?> FindLiveAsync(Person person, IEnumerable<Person> others, CancellationToken cancellation)
    {
        Guid[] ids = [person.Id, .. others.Select(other => other.Id)];
        return database.Registrations.Include(r => r.Steps.OrderBy(step => step.Sequence)).Where(r => ids.Contains(r.PersonId) && r.CancelledOn == null)
            .OrderBy(r => r.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Decides whether the reason is lawful today and, when it is, ends the registration and announces it.</summary>
    /// <param name="registration">Live, loaded with its steps.</param>
    /// <param name="reasonCode">AJC00A.</param>
    /// <param name="on">注销失业登记时间 ADC210.</param>
    /// <param name="grounds">How it came to be known; null: nothing beyond the handling's remarks.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="socialSecurityNumber">AAC002 for the ministry's exit record, if it was given now.</param>
    /// <returns>registration.deregistration; when it is not granted nothing has changed.</returns>
    public Decision<DeregistrationEffect> Close(
        UnemploymentRegistration registration, string reasonCode, DateOnly on, string? grounds, HandledBy by,
        string? socialSecurityNumber = null)
    {
        var decision = decisions.Deregistration(registration.Division, ChinaTime.DayOf(by.At), reasonCode);
        if (decision.Result is not { } effect)
        {
            return decision;
        }

        registration.Cancel(on, reasonCode, effect.BecomesEmployed, effect.Notify, decision.Canonical(), grounds, by);
        uploads.AddExit(registration, by, socialSecurityNumber);
        database.Publish(new UnemploymentCancelled
        {
            RegistrationId = registration.Id,
            PersonId = registration.PersonId,
            Division = registration.Division,
            CancelledOn = on,
            ReasonCode = reasonCode,
            BecameEmployed = effect.BecomesEmployed,
        });
        return decision;
    }
}
