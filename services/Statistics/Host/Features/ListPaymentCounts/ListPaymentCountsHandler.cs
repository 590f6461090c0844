using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.ListPaymentCounts;

/// <summary>What was paid, by division, month and benefit, a page at a time (资金拨付明细).</summary>
internal sealed class ListPaymentCountsHandler(StatisticsDbContext database)
{
    public async Task<ListPaymentCountsResponse> HandleAsync(ListPaymentCountsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (area, after, pageSize) = FigureQuery.Months(request, request.Division, request.FromMonth, request.ToMonth, request.PageSize);
        caller.DemandDivision(request.Division);
        var figures = await database.Set<MadePayment>().AsNoTracking()
            .Where(payment => payment.Division.StartsWith(area)
                && string.Compare(payment.Month, request.FromMonth) >= 0
                && string.Compare(payment.Month, request.ToMonth) <= 0
                && EF.Functions.GreaterThan(
                    ValueTuple.Create(payment.Division, payment.Month, payment.Benefit), ValueTuple.Create(after.Division, after.Month, after.Kind)))
            .GroupBy(payment => new { payment.Division, payment.Month, payment.Benefit })
            .OrderBy(figure => figure.Key.Division).ThenBy(figure => figure.Key.Month).ThenBy(figure => figure.Key.Benefit)
            .Take(pageSize + 1)
            .Select(figure => new PaymentCount
            {
                Division = figure.Key.Division,
                Month = figure.Key.Month,
                Benefit = figure.Key.Benefit,
                Payments = figure.LongCount(),
                Payees = figure.Select(payment => payment.Payee).Distinct().LongCount(),
                PaidFen = (long)figure.Sum(payment => (decimal)payment.AmountFen),
            })
            .ToListAsync(cancellation);
        var page = figures.Take(pageSize).ToList();
        return new ListPaymentCountsResponse
        {
            Counts = { page },
            NextPageToken = figures.Count > pageSize ? PageToken.After(request, page[^1].Division, page[^1].Month, page[^1].Benefit) : "",
        };
    }
}
