using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Hardship.ListRecognitions;

/// <summary>Lists the recognitions of a place, oldest first (认定名单、公示名单); names are masked for everybody.</summary>
internal sealed class ListRecognitionsHandler(RegistrationDbContext database, TimeProvider time)
{
    public async Task<ListRecognitionsResponse> HandleAsync(ListRecognitionsRequest request, Caller caller, CancellationToken cancellation)
    {
        var query = RecognitionQuery.Of(request);
        caller.DemandDivision(query.Division.Code);
        var today = ChinaTime.Today(time);
        var found = await Wanted(Within(query.Division), query, today)
            .Where(r => r.Id > query.After).OrderBy(r => r.Id).Take(query.PageSize + 1)
            .Join(database.People, r => r.PersonId, p => p.Id, (recognition, person) => new { recognition, person.Details })
            .OrderBy(row => row.recognition.Id)
            .AsNoTracking().ToListAsync(cancellation);
        var page = found.Take(query.PageSize).ToList();
        return new ListRecognitionsResponse
        {
            Recognitions = { page.Select(row => row.recognition.ForTheList(PersonDetails.Of(row.Details).Name, today)) },
            NextPageToken = found.Count > query.PageSize ? PageToken.After(request, page[^1].recognition.Id.ToString("N")) : "",
        };
    }

    private IQueryable<StoredRecognition> Within(Division division) => division.Level switch
    {
        DivisionLevel.Province => database.Recognitions.Where(r => EF.Property<string>(r, "Province") == division.Code.Substring(0, 2)),
        DivisionLevel.City => database.Recognitions.Where(r => EF.Property<string>(r, "City") == division.Code.Substring(0, 4)),
        _ => database.Recognitions.Where(r => r.Division == division.Code),
    };

    private static IQueryable<StoredRecognition> Wanted(IQueryable<StoredRecognition> all, RecognitionQuery query, DateOnly today)
    {
        var wanted = query.State switch
        {
            null => all,
            RecognitionState.Recognised => all.Where(r => r.State == RecognitionState.Recognised && r.ExpiresOn >= today),
            RecognitionState.Expired => all.Where(r =>
                r.State == RecognitionState.Expired || (r.State == RecognitionState.Recognised && r.ExpiresOn < today)),
            { } state => all.Where(r => r.State == state),
        };
        wanted = query.Category is { } category ? wanted.Where(r => r.Category == category) : wanted;
        return query.ExpiresBefore is { } day ? wanted.Where(r => r.ExpiresOn < day) : wanted;
    }
}
