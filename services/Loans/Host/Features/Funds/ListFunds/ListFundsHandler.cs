using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Books;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Funds.ListFunds;

/// <summary>Funds of a place, newest first (担保基金清单).</summary>
internal sealed class ListFundsHandler(LoansDbContext database, FundQueries funds)
{
    public async Task<ListFundsResponse> HandleAsync(ListFundsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var (after, size) = faults.Page(request, request.PageSize);
        _ = request.Division.Length > 0 ? faults.Division(request.Division, "division") : default;
        faults.ThrowIfAny();
        var wanted = await funds.VisibleAsync(request.Division, caller, cancellation);
        wanted = after is { } last ? wanted.Where(one => one.Id < last) : wanted;
        var found = await (
            from fund in wanted.OrderByDescending(one => one.Id).Take(size + 1)
            join guarantor in database.Partners on fund.GuarantorId equals guarantor.Id
            orderby fund.Id descending
            select new { Fund = fund, guarantor.Name }).ToListAsync(cancellation);
        return new ListFundsResponse
        {
            Funds = { found.Take(size).Select(one => FundAnswers.Of(one.Fund, one.Name)) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Fund.Id.ToString("N")) : "",
        };
    }
}
