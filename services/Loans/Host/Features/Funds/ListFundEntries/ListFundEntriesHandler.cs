using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;
using FundEntry = Wenye.Loans.Data.FundEntry;

namespace Wenye.Loans.Features.Funds.ListFundEntries;

/// <summary>The book of a fund, oldest first (担保基金明细账).</summary>
internal sealed class ListFundEntriesHandler(LoansDbContext database, FundQueries funds)
{
    private const int UsualPage = 100;
    private const int LongestPage = 1000;

    public async Task<ListFundEntriesResponse> HandleAsync(ListFundEntriesRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.FundId(request.FundId);
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var position = faults.Position(request, parts: 1);
        var after = 0L;
        faults.Demand(
            position is null || long.TryParse(position[0], NumberStyles.None, CultureInfo.InvariantCulture, out after),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token").ThrowIfAny();
        var fund = await funds.LoadAsync(id, caller, cancellation);
        var found = await database.Set<FundEntry>().AsNoTracking().Where(one => one.FundId == fund.Id && one.Sequence > after)
            .OrderBy(one => one.Sequence).Take(size + 1).ToListAsync(cancellation);
        return new ListFundEntriesResponse
        {
            Entries = { found.Take(size).Select(FundAnswers.Of) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Sequence.ToString(CultureInfo.InvariantCulture)) : "",
        };
    }
}
