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
        var found = await database.Registrations.FromSqlRaw(text, values).AsNoTracking()
            .Join(database.People, registration => registration.PersonId, person => person.Id, (registration, person) => new { registration, person.Details })
            .OrderByDescending(row => row.registration.RegisteredOn).ThenByDescending(row => row.registration.Id)
            .ToListAsync(cancellation);

        var page = found.Take(query.PageSize).ToList();
        return new SearchRegistrationsResponse
        {
            Registrations = { page.Select(row => row.registration.AnswerTo(PersonDetails.Of(row.Details), caller)) },
            NextPageToken = found.Count > query.PageSize ? RegisterQuery.TokenAfter(request, page[^1].registration) : "",
        };
    }
}
