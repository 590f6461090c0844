using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.Reports.ReturnReport;

/// <summary>A level sends a unit's report back (退回报表).</summary>
internal sealed class ReturnReportHandler(
    StatisticsDbContext database, ReportRequests asking, UnitReports reports, ReportUnits units, HandledRequests requests, TimeProvider time)
{
    public async Task<ReturnReportResponse> HandleAsync(ReturnReportRequest request, Caller caller, CancellationToken cancellation)
    {
        var asked = asking.Step(request.Kind, request.Division, request.Period, request.Handling, request.Reason);
        caller.DemandDivision(request.Division);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var report = await reports.HoldAsync(asked, cancellation);
        if (await requests.FindAsync<ReturnReportResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        _ = ReportDuties.DemandTurn(report, caller, by);
        report.Return(request.Reason, by);
        var answer = new ReturnReportResponse { Report = units.StatusOf(asked.Report, asked.Division, asked.Days, report) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}
