using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.Reports.SubmitReport;

/// <summary>A unit submits its report (提交报表).</summary>
internal sealed class SubmitReportHandler(
    StatisticsDbContext database, ReportRequests asking, UnitReports reports, ReportFreezing freezing, ReportUnits units, HandledRequests requests, TimeProvider time)
{
    public async Task<SubmitReportResponse> HandleAsync(SubmitReportRequest request, Caller caller, CancellationToken cancellation)
    {
        var asked = asking.Step(request.Kind, request.Division, request.Period, request.Handling);
        ReportDuties.DemandOwn(caller, request.Division);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var report = await reports.HoldAsync(asked, cancellation);
        if (await requests.FindAsync<SubmitReportResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (report.State is not (ReportState.Draft or ReportState.Returned))
        {
            throw RpcErrors.FailedPrecondition("REPORT_SUBMITTED", "报表已提交，需要改动的请更正");
        }

        var period = freezing.DemandOver(asked);
        var cells = await freezing.FreezeAsync(report, asked, period, "", HandledBy.Of(request.Handling, caller, time), cancellation);
        var answer = new SubmitReportResponse
        {
            Report = units.StatusOf(asked.Report, asked.Division, period, report),
            Row = new RowLines(asked.Report, period).Of(asked.Division, cells).Row,
        };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}
