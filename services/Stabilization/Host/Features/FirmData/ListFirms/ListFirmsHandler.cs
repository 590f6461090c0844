using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.FirmData.ListFirms;

/// <summary>Firms of a division (查询企业), by credit code.</summary>
internal sealed class ListFirmsHandler(StabilizationDbContext database)
{
    private const int UsualPageSize = 50;
    private const int MostPageSize = 1000;
    private const int LongestName = 100;

    public async Task<ListFirmsResponse> HandleAsync(ListFirmsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var size = faults.PageSize(request.PageSize, UsualPageSize, MostPageSize);
        var after = faults.Position(request, parts: 1)?[0] ?? "";
        var division = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        faults.Demand(request.NamePrefix.Length <= LongestName, "name_prefix", $"单位名称应不超过 {LongestName} 个字符");
        faults.ThrowIfAny();
        caller.DemandDivision(division);

        var (from, to) = DivisionRange.Of(division);
        var query = database.Set<Data.Firm>().AsNoTracking()
            .Where(firm => firm.Division.CompareTo(from) >= 0 && firm.Division.CompareTo(to) < 0 && firm.CreditCode.CompareTo(after) > 0);
        if (request.NamePrefix.Length > 0)
        {
            query = query.Where(firm => firm.Name.StartsWith(request.NamePrefix));
        }

        var firms = await query.OrderBy(firm => firm.CreditCode).Take(size + 1).ToListAsync(cancellation);
        return new ListFirmsResponse
        {
            Firms = { firms.Take(size).Select(firm => firm.ToContract(caller)) },
            NextPageToken = firms.Count > size ? PageToken.After(request, firms[size - 1].CreditCode) : "",
        };
    }
}
