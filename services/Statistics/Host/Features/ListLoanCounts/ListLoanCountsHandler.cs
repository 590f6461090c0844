using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.ListLoanCounts;

/// <summary>Loans paid out, by division, month and kind of borrower, a page at a time (创业担保贷款发放明细).</summary>
internal sealed class ListLoanCountsHandler(StatisticsDbContext database)
{
    public async Task<ListLoanCountsResponse> HandleAsync(ListLoanCountsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (area, after, pageSize) = FigureQuery.Months(request, request.Division, request.FromMonth, request.ToMonth, request.PageSize);
        caller.DemandDivision(request.Division);
        var figures = await database.Set<LoanTally>().AsNoTracking()
            .Where(figure => figure.Division.StartsWith(area)
                && string.Compare(figure.Month, request.FromMonth) >= 0
                && string.Compare(figure.Month, request.ToMonth) <= 0
                && EF.Functions.GreaterThan(
                    ValueTuple.Create(figure.Division, figure.Month, figure.Kind), ValueTuple.Create(after.Division, after.Month, after.Kind)))
            .OrderBy(figure => figure.Division).ThenBy(figure => figure.Month).ThenBy(figure => figure.Kind)
            .Take(pageSize + 1)
            .ToListAsync(cancellation);
        var page = figures.Take(pageSize).ToList();
        return new ListLoanCountsResponse
        {
            Counts =
            {
                page.Select(figure => new LoanCount
                {
                    Division = figure.Division,
                    Month = figure.Month,
                    Kind = figure.Kind,
                    Loans = figure.Loans,
                    Drawdowns = figure.Drawdowns,
                    AmountFen = figure.AmountFen,
                }),
            },
            NextPageToken = figures.Count > pageSize ? PageToken.After(request, page[^1].Division, page[^1].Month, page[^1].Kind) : "",
        };
    }
}
