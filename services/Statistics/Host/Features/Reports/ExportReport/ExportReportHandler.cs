using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.Contracts.Tables.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Features.Reports.GetReport;
using Wenye.Tables;

namespace Wenye.Statistics.Features.Reports.ExportReport;

/// <summary>A report as a file (导出报表).</summary>
internal sealed class ExportReportHandler(ReportRequests asking, ReadReport reading)
{
    private const int PartBytes = 65536;

    public async Task HandleAsync(ExportReportRequest request, IServerStreamWriter<ExportReportResponse> to, Caller caller, CancellationToken cancellation)
    {
        var report = request.Report ?? new GetReportRequest();
        new RequestFaults().Demand(request.Format is TableFormat.Csv or TableFormat.Xlsx, "format", "请选择 CSV 或 XLSX").ThrowIfAny();
        var asked = GetReportHandler.Read(asking, report);
        caller.DemandDivision(asked.Division);
        var period = PeriodDays.Of(asked.Report, asked.Division, asked.Period)
            ?? throw RpcErrors.FailedPrecondition("REPORT_PERIOD_UNKNOWN", "没有文件规定该地区、该月的报告期，没有可导出的报表");
        var read = await reading.ReadAsync(asked, period, report, cancellation);
        var format = request.Format == TableFormat.Csv ? FileFormat.Csv : FileFormat.Xlsx;
        var name = TableFiles.FileName($"{asked.Report.Title}_{asked.Division}_{asked.PeriodText}", format);
        await to.WriteAsync(new() { Part = new() { FileName = name, ContentType = TableFiles.ContentType(format) } }, cancellation);
        await using var file = new PartedStream(
            PartBytes, (part, sending) => to.WriteAsync(new() { Part = new() { Data = Google.Protobuf.UnsafeByteOperations.UnsafeWrap(part) } }, sending));
        var lines = read.Rows.SelectMany(row => row.Lines.Select(line => new ExportedLine(row, line)));
        await TableFiles.WriteAsync(ReportTable.Of(asked, read), format, lines, file, cancellation);
        await file.FlushAsync(cancellation);
    }
}
