using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Institution = Wenye.Training.Data.Institution;

namespace Wenye.Training.Features.Institutions.ListInstitutions;

/// <summary>The catalogue of a place (培训机构目录清单), by place and code.</summary>
internal sealed class ListInstitutionsHandler(TrainingDbContext database)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListInstitutionsResponse> HandleAsync(ListInstitutionsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (division, place, code, size) = Read(request, caller);
        caller.DemandDivision(division);
        var (from, to) = DivisionRange.Of(division);
        var found = await Wanted(request)
            .Where(one => string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0)
            .Where(one => string.Compare(one.Division, place) > 0 || (one.Division == place && one.Code > code))
            .OrderBy(one => one.Division).ThenBy(one => one.Code).Take(size + 1).ToListAsync(cancellation);
        return new ListInstitutionsResponse
        {
            Institutions = { found.Take(size).Select(one => one.ToContract(caller)) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Division, InstitutionCodes.Text(found[size - 1].Code)) : "",
        };
    }

    private IQueryable<Institution> Wanted(ListInstitutionsRequest request)
    {
        var wanted = database.Institutions.AsNoTracking();
        wanted = request.Kind == InstitutionKind.Unspecified ? wanted : wanted.Where(one => one.Kind == request.Kind);
        wanted = request.State == InstitutionState.Unspecified ? wanted : wanted.Where(one => one.State == request.State);
        return request.Name.Length == 0 ? wanted : wanted.Where(one => one.Name.StartsWith(request.Name));
    }

    private static (string Division, string Place, int Code, int Size) Read(ListInstitutionsRequest request, Caller caller)
    {
        var faults = new RequestFaults();
        var division = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        faults
            .Demand(Enum.IsDefined(request.Kind), "kind", "请从接口定义的培训主体种类中选择，不限时不填")
            .Demand(Enum.IsDefined(request.State), "state", "请从接口定义的备案状态中选择，不限时不填");
        InstitutionFields.Text(faults, request.Name, "name", required: false);
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 2) ?? ["", "0"];
        faults.Demand(int.TryParse(after[1], CultureInfo.InvariantCulture, out var code), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        faults.ThrowIfAny();
        return (division, after[0], code, size);
    }
}
