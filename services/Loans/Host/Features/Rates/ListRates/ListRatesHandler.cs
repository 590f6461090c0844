using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Rates.ListRates;

/// <summary>The publications of a time (LPR历史), oldest first.</summary>
internal sealed class ListRatesHandler(LoansDbContext database)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;
    private const string DayFormat = "yyyy-MM-dd";

    public async Task<ListRatesResponse> HandleAsync(ListRatesRequest request, CancellationToken cancellation)
    {
        var faults = new RequestFaults()
            .Demand(request.From is null || request.From.IsDay(), "from", "请填写有效日期，不限时不填")
            .Demand(request.To is null || request.To.IsDay(), "to", "请填写有效日期，不限时不填");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var position = faults.Position(request, parts: 1)?[0];
        var after = DateOnly.MinValue;
        faults
            .Demand(
                position is null || DateOnly.TryParseExact(position, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out after),
                "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token")
            .ThrowIfAny();

        var (from, to) = (request.From?.ToDay() ?? DateOnly.MinValue, request.To?.ToDay() ?? DateOnly.MaxValue);
        var found = await database.LprRates.AsNoTracking()
            .Where(rate => rate.PublishedOn >= from && rate.PublishedOn <= to && rate.PublishedOn > after)
            .OrderBy(rate => rate.PublishedOn).Take(size + 1).ToListAsync(cancellation);
        return new ListRatesResponse
        {
            Rates = { found.Take(size).Select(ToContract) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].PublishedOn.ToString(DayFormat, CultureInfo.InvariantCulture)) : "",
        };
    }

    private static PublishedRates ToContract(LprRate rate) => new()
    {
        PublishedOn = rate.PublishedOn.ToContract(), OneYear = ReferenceRates.Text(rate.OneYear), FiveYears = ReferenceRates.Text(rate.FiveYears),
    };
}
