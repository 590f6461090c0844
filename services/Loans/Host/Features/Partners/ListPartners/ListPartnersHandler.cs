using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Partner = Wenye.Loans.Data.Partner;

namespace Wenye.Loans.Features.Partners.ListPartners;

/// <summary>Partners of a place (经办机构清单), by name: those that work there, above it or below it.</summary>
internal sealed class ListPartnersHandler(LoansDbContext database)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListPartnersResponse> HandleAsync(ListPartnersRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var division = faults.Division(request.Division.Length > 0 ? request.Division : caller.Division, "division");
        faults.Demand(Enum.IsDefined(request.Kind), "kind", "请选择经办银行或担保机构，不限时不填");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 2) ?? ["", Guid.Empty.ToString()];
        var last = faults.Id(after[1], "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        faults.ThrowIfAny();
        caller.DemandDivision(division.Code);

        var name = after[0];
        var found = await Of(division, request.Kind)
            .Where(one => string.Compare(one.Name, name) > 0 || (one.Name == name && one.Id > last))
            .OrderBy(one => one.Name).ThenBy(one => one.Id).Take(size + 1).ToListAsync(cancellation);
        return new ListPartnersResponse
        {
            Partners = { found.Take(size).Select(one => one.ToContract(caller)) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Name, found[size - 1].Id.ToString()) : "",
        };
    }

    private IQueryable<Partner> Of(Division division, PartnerKind kind)
    {
        var (from, to) = DivisionRange.Of(division.Code);
        string[] above = [.. division.SelfAndAbove.Select(one => one.Code)];
        var partners = database.Partners.AsNoTracking()
            .Where(one => above.Contains(one.Division) || (string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0));
        return kind == PartnerKind.Unspecified ? partners : partners.Where(one => one.Kind == kind);
    }
}
