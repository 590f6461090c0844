using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Institutions.ListAbolishedCodes;

/// <summary>Codes that nobody will have again (废置清单), by place and code.</summary>
internal sealed class ListAbolishedCodesHandler(TrainingDbContext database)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListAbolishedCodesResponse> HandleAsync(ListAbolishedCodesRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var division = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 2) ?? ["", "0"];
        faults.Demand(int.TryParse(after[1], CultureInfo.InvariantCulture, out var code), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        faults.ThrowIfAny();
        caller.DemandDivision(division);

        var (from, to) = DivisionRange.Of(division);
        var place = after[0];
        var found = await database.Set<InstitutionCode>().AsNoTracking()
            .Where(one => one.AbolishedOn != null && string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0)
            .Where(one => string.Compare(one.Division, place) > 0 || (one.Division == place && one.Code > code))
            .OrderBy(one => one.Division).ThenBy(one => one.Code).Take(size + 1).ToListAsync(cancellation);
        return new ListAbolishedCodesResponse
        {
            Codes = { found.Take(size).Select(InstitutionAnswers.ToContract) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Division, InstitutionCodes.Text(found[size - 1].Code)) : "",
        };
    }
}
