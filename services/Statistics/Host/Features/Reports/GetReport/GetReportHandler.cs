using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports.GetReport;

/// <summary>A report of a division and period (查询报表).</summary>
internal sealed class GetReportHandler(ReportRequests requests, LiveReports live)
{
    public async Task<GetReportResponse> HandleAsync(GetReportRequest request, Caller caller, CancellationToken cancellation)
    {
        var asked = Read(request);
        caller.DemandDivision(request.Division);
        var answer = new GetReportResponse { Kind = request.Kind, Title = asked.Report.Title, Period = request.Period };
        if (PeriodDays.Of(asked.Report, request.Division, asked.Period) is not { } period)
        {
            return answer;
        }

        (answer.From, answer.To) = (period.Days.From.ToContract(), period.Days.To.ToContract());
        var area = new ReportArea(request.Division, OwnOnly: false);
        var cells = await live.ReadAsync(asked.Report, area, period, cancellation);
        var rows = new RowLines(asked.Report, asked.Period).Of(cells, area, request.Breakdown == Breakdown.Below, []).ToList();
        answer.Rows.AddRange(rows.Select(row => row.Row));
        if (rows is [var only])
        {
            answer.Decisions.AddRange(only.Decisions.Select(decision => decision.ToContract()));
        }

        return answer;
    }

    private ReportAsked Read(GetReportRequest request)
    {
        var query = new FigureQuery();
        var asked = requests.Read(query, request.Kind, request.Division, request.Period);
        query.Demand(request.Basis is ReportBasis.Live, "basis", "请选择实时数据");
        query.Demand(request.Breakdown is Breakdown.None or Breakdown.Below, "breakdown", "请选择本级合计或分下级");
        query.DemandValid();
        return asked;
    }
}
