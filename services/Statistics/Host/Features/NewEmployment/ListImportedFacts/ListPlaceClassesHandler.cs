using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;

namespace Wenye.Statistics.Features.NewEmployment.ListImportedFacts;

/// <summary>Lists classes of villages and communities as they were imported (城乡分类代码), a page at a time.</summary>
internal sealed class ListPlaceClassesHandler(StatisticsDbContext database)
{
    private const string DayFormat = "yyyy-MM-dd";

    public async Task<ListPlaceClassesResponse> HandleAsync(ListPlaceClassesRequest request, Caller caller, CancellationToken cancellation)
    {
        var (asked, after) = ImportedPage.Of(request, request.Division, request.PageSize, parts: 2);
        caller.DemandDivision(request.Division);

        // Digits alone: what begins with the area's comes after it, so a page begins where the index stands.
        var (place, edition) = after is [var code, var day] ? (code, DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture)) : (asked.Area, DateOnly.MinValue);
        var found = await database.Set<PlaceClass>().AsNoTracking()
            .Where(one => one.Place.StartsWith(asked.Area) && EF.Functions.GreaterThan(ValueTuple.Create(one.Place, one.ValidFrom), ValueTuple.Create(place, edition)))
            .OrderBy(one => one.Place).ThenBy(one => one.ValidFrom)
            .Take(asked.PageSize + 1).ToListAsync(cancellation);
        var page = found.Take(asked.PageSize).ToList();
        return new ListPlaceClassesResponse
        {
            Classes = { page.Select(one => new PlaceClassRow { Place = one.Place, ValidFrom = one.ValidFrom.ToContract(), Class = one.Class }) },
            NextPageToken = found.Count > asked.PageSize
                ? PageToken.After(request, page[^1].Place, page[^1].ValidFrom.ToString(DayFormat, CultureInfo.InvariantCulture)) : "",
        };
    }
}
