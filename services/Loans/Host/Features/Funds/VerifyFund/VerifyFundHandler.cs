using System.Data;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Funds.VerifyFund;

/// <summary>Checks a fund against its entries and the entries of its loans (担保基金对账), all read as of one moment.</summary>
internal sealed class VerifyFundHandler(LoansDbContext database, FundQueries funds)
{
    public async Task<VerifyFundResponse> HandleAsync(VerifyFundRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.FundId(request.FundId);
        faults.ThrowIfAny();
        await using var snapshot = await database.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var fund = await funds.LoadAsync(id, caller, cancellation);
        var lines = database.Set<Data.FundEntry>().AsNoTracking().Where(one => one.FundId == id);
        var entries = await lines.SumAsync(one => one.AmountFen, cancellation);
        var broken = await lines.LongCountAsync(
            one => one.BalanceFen != one.AmountFen + (lines.Where(before => before.Sequence == one.Sequence - 1).Select(before => (long?)before.BalanceFen).FirstOrDefault() ?? 0),
            cancellation);
        var guaranteed = await database.Loans.Where(one => one.FundId == id && !one.Entries.Any(entry => entry.Kind == LoanEntryKind.Compensation))
            .SelectMany(one => one.Entries).SumAsync(one => one.PrincipalFen, cancellation);
        return new VerifyFundResponse
        {
            Balanced = entries == fund.BalanceFen && guaranteed == fund.ExposureFen && broken == 0,
            BalanceFen = fund.BalanceFen,
            EntriesFen = entries,
            ExposureFen = fund.ExposureFen,
            LoansFen = guaranteed,
            BrokenLines = broken,
        };
    }
}
