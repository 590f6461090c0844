using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.Reports.RestateReport;

/// <summary>A unit restates what it reported (更正报表).</summary>
internal sealed class RestateReportHandler(
    StatisticsDbContext database, ReportRequests asking, UnitReports reports, ReportFreezing freezing, ReportUnits units, HandledRequests requests, TimeProvider time)
{
    public async Task<RestateReportResponse> HandleAsync(RestateReportRequest request, Caller caller, CancellationToken cancellation)
    {
        var asked = asking.Step(request.Kind, request.Division, request.Period, request.Handling, request.Reason);
        ReportDuties.DemandOwn(caller, request.Division);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var report = await reports.HoldAsync(asked, cancellation);
        if (await requests.FindAsync<RestateReportResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (report.State is ReportState.Draft or ReportState.Returned)
        {
            throw RpcErrors.FailedPrecondition("REPORT_NOT_SUBMITTED", "报表尚未提交，或已退回待重新提交：请直接提交");
        }

        var period = freezing.DemandOver(asked);
        var before = await reports.CellsAsync([new(report.Id, report.Division, report.Version)], cancellation);
        var cells = await freezing.FreezeAsync(report, asked, period, request.Reason, HandledBy.Of(request.Handling, caller, time), cancellation);
        var rows = new RowLines(asked.Report, period);
        var answer = new RestateReportResponse
        {
            Report = units.StatusOf(asked.Report, asked.Division, period, report),
            Changes = { VersionChanges.Between(rows.Of(asked.Division, before).Row, rows.Of(asked.Division, cells).Row) },
        };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}
