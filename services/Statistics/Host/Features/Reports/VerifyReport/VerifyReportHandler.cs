using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.Reports.VerifyReport;

/// <summary>A level verifies a unit's report (审核报表).</summary>
internal sealed class VerifyReportHandler(
    StatisticsDbContext database, ReportRequests asking, UnitReports reports, ReportUnits units, HandledRequests requests, TimeProvider time)
{
    public async Task<VerifyReportResponse> HandleAsync(VerifyReportRequest request, Caller caller, CancellationToken cancellation)
    {
        var asked = asking.Step(request.Kind, request.Division, request.Period, request.Handling);
        caller.DemandDivision(request.Division);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var report = await reports.HoldAsync(asked, cancellation);
        if (await requests.FindAsync<VerifyReportResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var by = HandledBy.Of(request.Handling, caller, time);
        var verified = ReportDuties.DemandTurn(report, caller, by);
        if (report.Hash != request.Hash)
        {
            throw RpcErrors.FailedPrecondition("REPORT_CHANGED", "报表内容与所审核的不一致，请重新查询后审核");
        }

        report.Verify(verified, by);
        var answer = new VerifyReportResponse { Report = units.StatusOf(asked.Report, asked.Division, asked.Days, report) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}
