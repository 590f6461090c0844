using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.ListOverdueServices;

/// <summary>What should have been given by now (逾期服务清单), the person whose oldest is longest overdue first.</summary>
internal sealed class ListOverdueServicesHandler(RegistrationDbContext database, TimeProvider time)
{
    public async Task<ListOverdueServicesResponse> HandleAsync(ListOverdueServicesRequest request, Caller caller, CancellationToken cancellation)
    {
        var query = OverdueQuery.Of(request);
        caller.DemandDivision(request.Division);
        var today = ChinaTime.Today(time);

        // Each of the registrations has at least one service to show, but for the first: that may have been shown in full.
        var registrations = await database.OverdueAsync(
            query.Place, request.Kind, today, (query.After.Due, query.After.Id), query.Office, query.Size + 2, cancellation);
        var services = registrations.SelectMany(one => one.Dues.OverdueOn(today).Select(due => (Registration: one, Due: due)))
            .Where(one => request.Kind == ServiceKind.Unspecified || one.Due.Kind == request.Kind)
            .Where(one => one.Registration.Id != query.After.Id || one.Due.Kind > query.After.Kind)
            .Take(query.Size + 1).ToList();
        var shown = services.Take(query.Size).ToList();
        var people = await DetailsAsync(shown.Select(one => one.Registration.PersonId).Distinct().ToList(), cancellation);
        return new ListOverdueServicesResponse
        {
            Services = { shown.Select(one => Answer(one.Registration, one.Due, people[one.Registration.PersonId], caller)) },
            NextPageToken = services.Count > query.Size ? OverdueQuery.TokenAfter(request, shown[^1].Registration, shown[^1].Due.Kind) : "",
        };
    }

    private Task<Dictionary<Guid, PersonDetails>> DetailsAsync(List<Guid> people, CancellationToken cancellation) =>
        database.People.AsNoTracking().Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => PersonDetails.Of(person.Details), cancellation);

    private static OverdueService Answer(
        UnemploymentRegistration registration, (ServiceKind Kind, DateOnly Due, int Outstanding) due, PersonDetails person, Caller caller) => new()
    {
        Registration = registration.AnswerTo(person, caller),
        Kind = due.Kind,
        DueOn = due.Due.ToContract(),
        Outstanding = due.Outstanding,
    };
}
