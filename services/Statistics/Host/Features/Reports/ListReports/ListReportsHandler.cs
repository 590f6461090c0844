using System.Globalization;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports.ListReports;

/// <summary>How far the units are (报表进度): who has not submitted, who is late, whose turn it is.</summary>
internal sealed class ListReportsHandler(ReportKinds kinds, LiveReports live, UnitReports reports, ReportUnits units)
{
    private const int UsualPage = 100;
    private const int LongestPage = 1000;

    public async Task<ListReportsResponse> HandleAsync(ListReportsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (month, after) = Read(request);
        caller.DemandDivision(request.Division);
        var pageSize = request.PageSize == 0 ? UsualPage : request.PageSize;
        var found = new List<ReportStatus>();
        foreach (var report in kinds.All.Where(report => (request.Kind is ReportKind.Unspecified || report.Kind == request.Kind) && report.Kind >= after.Kind))
        {
            var all = await StatusesAsync(report, request.Division, month, cancellation);
            found.AddRange(all.Where(status => (!request.OverdueOnly || status.Overdue)
                && (report.Kind > after.Kind || string.CompareOrdinal(status.Division, after.Division) > 0)));
            if (found.Count > pageSize)
            {
                break;
            }
        }

        var page = found.Take(pageSize).ToList();
        return new ListReportsResponse
        {
            Reports = { page },
            NextPageToken = found.Count > pageSize
                ? PageToken.After(request, ((int)page[^1].Kind).ToString(CultureInfo.InvariantCulture), page[^1].Division) : "",
        };
    }

    private async Task<IEnumerable<ReportStatus>> StatusesAsync(StatisticalReport report, string division, YearMonth month, CancellationToken cancellation)
    {
        if (PeriodDays.Of(report, division, month) is not { } period)
        {
            return [];
        }

        var area = new ReportArea(division, OwnOnly: false);
        var known = (await reports.InAsync(area, report.Kind, month.ToString(), cancellation)).ToDictionary(one => one.Division);
        var places = await live.PlacesAsync(report, area, period, cancellation);
        return units.CountiesOf(division, period.Days.To).Union(places).Union(known.Keys).Order(StringComparer.Ordinal)
            .Select(unit => units.StatusOf(report, unit, period, known.GetValueOrDefault(unit)));
    }

    private (YearMonth Month, (ReportKind Kind, string Division) After) Read(ListReportsRequest request)
    {
        var query = new FigureQuery();
        query.Area("division", request.Division);
        var month = query.Period("period", request.Period);
        query.Demand(request.Kind is ReportKind.Unspecified || kinds.Find(request.Kind) is not null, "kind", "请选择报表种类，不填为全部");
        query.Demand(request.PageSize is >= 0 and <= LongestPage, "page_size", $"每页条数应为 1 至 {LongestPage}，0 表示 {UsualPage}");
        var kind = 0;
        var isRead = PageToken.TryRead(request, parts: 2, out var after) && (after is null || int.TryParse(after[0], NumberStyles.None, CultureInfo.InvariantCulture, out kind));
        query.Demand(isRead, "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        query.DemandValid();
        return (month, ((ReportKind)kind, after is [_, var division] ? division : ""));
    }
}
