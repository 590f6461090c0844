using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Books;
using Wenye.Loans.Features.Funds;
using Wenye.ServiceDefaults;
using Compensation = Wenye.Loans.Data.Compensation;

namespace Wenye.Loans.Features.Compensations.ListCompensations;

/// <summary>Compensations of a fund, newest first (代偿清单); a bank sees those of its own loans.</summary>
internal sealed class ListCompensationsHandler(LoansDbContext database, FundQueries funds, CallingPartner partners)
{
    public async Task<ListCompensationsResponse> HandleAsync(ListCompensationsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.FundId(request.FundId);
        var (after, size) = faults.Page(request, request.PageSize);
        faults.Demand(Enum.IsDefined(request.State), "state", "请从接口定义的代偿状态中选择，不限时不填").ThrowIfAny();
        var fund = await funds.LoadAsync(id, caller, cancellation);
        var wanted = database.Set<Compensation>().AsNoTracking().Where(one => one.FundId == fund.Id);
        wanted = await partners.FindAsync(caller, cancellation) is { Kind: PartnerKind.Bank } bank
            ? wanted.Where(one => database.Loans.Any(loan => loan.Id == one.LoanId && loan.BankId == bank.Id)) : wanted;
        wanted = request.State == CompensationState.Unspecified ? wanted : wanted.Where(one => one.State == request.State);
        wanted = after is { } last ? wanted.Where(one => one.Id < last) : wanted;
        var found = await wanted.OrderByDescending(one => one.Id).Take(size + 1).ToListAsync(cancellation);
        return new ListCompensationsResponse
        {
            Compensations = { found.Take(size).Select(one => one.ToContract()) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Id.ToString("N")) : "",
        };
    }
}
