using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Features.Reports.GetReport;

namespace Wenye.Statistics.Features.Reports;

/// <summary>The calls of reports (报表接口); each is a folder beside this.</summary>
internal sealed class ReportGrpcService(GetReportHandler get) : ReportService.ReportServiceBase
{
    public override Task<GetReportResponse> GetReport(GetReportRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
