using Google.Protobuf;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Statistics.Features;

/// <summary>Which figures of a place and months are asked for (按月查询), and where the page begins.</summary>
/// <param name="Area">As <see cref="FigureQuery.Area"/>.</param>
/// <param name="After">The last figure of the page before; empty texts, which come before all others, on the first page.</param>
/// <param name="PageSize">At least 1.</param>
internal sealed record MonthsAsked(string Area, (string Division, string Month, string Kind) After, int PageSize);

/// <summary>Reads what a caller asks figures for (查询条件) and gathers everything at fault before answering.</summary>
internal sealed class FigureQuery
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;

    private readonly List<FieldError> faults = [];

    /// <summary>The division and all below it (区划范围), as the prefix that their codes share.</summary>
    public string Area(string field, string code)
    {
        Demand(Division.TryParse(code, out var division), field, "请填写 GB/T 2260 行政区划代码，6 位数字，如 370102、370100、370000");
        return division.Level switch
        {
            DivisionLevel.Nation => "",
            DivisionLevel.Province => division.Code[..2],
            DivisionLevel.City => division.Code[..4],
            _ => division.Code,
        };
    }

    /// <summary>The report period (统计报表期) YYYY-MM.</summary>
    public YearMonth Period(string field, string text)
    {
        Demand(YearMonth.TryParse(text, out var period), field, "请按 YYYY-MM 填写统计报表期，如 2020-09");
        return period;
    }

    /// <summary>Figures by division, calendar month and kind (按区划、月份和类别), a page at a time.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT naming every field at fault.</exception>
    public static MonthsAsked Months(IMessage request, string division, string fromMonth, string toMonth, int pageSize)
    {
        var query = new FigureQuery();
        var area = query.Area("division", division);
        var from = query.Month("from_month", fromMonth);
        var to = query.Month("to_month", toMonth);
        query.Demand(from <= to, "to_month", "截止月份不得早于起始月份");
        query.Demand(pageSize is >= 0 and <= MaxPageSize, "page_size", $"每页条数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}");
        query.Demand(PageToken.TryRead(request, parts: 3, out var after), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        query.DemandValid();
        return new(area, after is [var place, var month, var kind] ? (place, month, kind) : ("", "", ""), pageSize == 0 ? DefaultPageSize : pageSize);
    }

    /// <summary>Notes a fault of a field unless the condition holds.</summary>
    public void Demand(bool holds, string field, string message)
    {
        if (!holds)
        {
            faults.Add(new FieldError(field, message));
        }
    }

    /// <summary>Ends the reading.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT naming every field at fault.</exception>
    public void DemandValid()
    {
        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }
    }

    private YearMonth Month(string field, string text)
    {
        Demand(YearMonth.TryParse(text, out var month), field, "请按 YYYY-MM 填写自然月，如 2020-09");
        return month;
    }
}
