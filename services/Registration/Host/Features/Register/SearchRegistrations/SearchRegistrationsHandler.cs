using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.SearchRegistrations;

/// <summary>Finds registrations (查找登记人员), the latest first.</summary>
internal sealed class SearchRegistrationsHandler(RegistrationDbContext database, PersonalDataProtector protector)
{
    public async Task<SearchRegistrationsResponse> HandleAsync(
        SearchRegistrationsRequest request, Caller caller, CancellationToken cancellation)
    {
        var query = RegisterQuery.Of(request, protector);
        caller.DemandDivision(request.Division);

        var (text, values) = RegisterSql.Of(query);
        var found = await (
            from id in database.Database.SqlQueryRaw<Guid>(text, values)
            join registration in database.Registrations.AsNoTracking() on id equals registration.Id
            join person in database.People on registration.PersonId equals person.Id
            orderby registration.RegisteredOn descending, registration.Id descending
            select new { registration, person.Details }).ToListAsync(cancellation);

        var page = found.Take(query.PageSize).ToList();
        return new SearchRegistrationsResponse
        {
            Registrations = { page.Select(row => row.registration.AnswerTo(PersonDetails.Of(row.Details), caller)) },
            NextPageToken = found.Count > query.PageSize ? RegisterQuery.TokenAfter(request, page[^1].registration) : "",
        };
    }
}
