using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.ListPaymentCounts;

/// <summary>What was paid, by division, month and benefit, a page at a time (资金拨付明细).</summary>
internal sealed class ListPaymentCountsHandler(StatisticsDbContext database)
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;

    public async Task<ListPaymentCountsResponse> HandleAsync(ListPaymentCountsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (area, after, pageSize) = Validate(request);
        caller.DemandDivision(request.Division);
        var figures = await database.Set<MadePayment>().AsNoTracking()
            .Where(payment => payment.Division.StartsWith(area)
                && string.Compare(payment.Month, request.FromMonth) >= 0
                && string.Compare(payment.Month, request.ToMonth) <= 0
                && EF.Functions.GreaterThan(
                    ValueTuple.Create(payment.Division, payment.Month, payment.Benefit), ValueTuple.Create(after.Division, after.Month, after.Benefit)))
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

    private static (string Area, (string Division, string Month, string Benefit) After, int PageSize) Validate(ListPaymentCountsRequest request)
    {
        var query = new FigureQuery();
        var area = query.Area("division", request.Division);
        var from = query.Period("from_month", request.FromMonth);
        var to = query.Period("to_month", request.ToMonth);
        query.Demand(from <= to, "to_month", "截止月份不得早于起始月份");
        query.Demand(request.PageSize is >= 0 and <= MaxPageSize, "page_size", $"每页条数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}");
        query.Demand(PageToken.TryRead(request, parts: 3, out var after), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        query.DemandValid();
        return (area, after is [var division, var month, var benefit] ? (division, month, benefit) : ("", "", ""), request.PageSize == 0 ? DefaultPageSize : request.PageSize);
    }
}
