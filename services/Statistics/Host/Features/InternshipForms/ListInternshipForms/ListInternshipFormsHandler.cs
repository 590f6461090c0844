using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Statistics.Features.InternshipForms.ListInternshipForms;

/// <summary>The latest forms of a division and all below it (填报清单), a page at a time.</summary>
internal sealed class ListInternshipFormsHandler(FormQueries forms)
{
    private const int UsualPage = 100;
    private const int LongestPage = 1000;

    public async Task<ListInternshipFormsResponse> HandleAsync(ListInternshipFormsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var division = faults.Division(request.Division, "division");
        var (from, to) = (FormQueries.Month(faults, request.FromMonth, "from_month"), FormQueries.Month(faults, request.ToMonth, "to_month"));
        var size = faults.Demand(from <= to, "to_month", "截止月份不得早于起始月份").PageSize(request.PageSize, UsualPage, LongestPage);
        var (afterPlace, afterMonth) = faults.Position(request, parts: 2) is [var place, var month] ? (place, month) : ("", "");
        faults.ThrowIfAny();
        caller.DemandDivision(division.Code);

        var found = await forms.Latest(division.Code)
            .Where(one => string.Compare(one.Month, request.FromMonth) >= 0 && string.Compare(one.Month, request.ToMonth) <= 0)
            .Where(one => string.Compare(one.Division, afterPlace) > 0 || (one.Division == afterPlace && string.Compare(one.Month, afterMonth) > 0))
            .OrderBy(one => one.Division).ThenBy(one => one.Month).Take(size + 1).ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        return new ListInternshipFormsResponse
        {
            Reports = { page.Select(FormQueries.ToContract) },
            NextPageToken = found.Count > size ? PageToken.After(request, page[^1].Division, page[^1].Month) : "",
        };
    }
}
