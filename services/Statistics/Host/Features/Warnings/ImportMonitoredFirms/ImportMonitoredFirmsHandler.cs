using Google.Protobuf.Collections;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Warnings;
using static Wenye.Contracts.Statistics.V1.MonitoredFirmRow;

namespace Wenye.Statistics.Features.Warnings.ImportMonitoredFirms;

/// <summary>Takes monitored firms and their months row by row (监测企业及月报导入), and shows what was not taken.</summary>
internal sealed class ImportMonitoredFirmsHandler(StatisticsDbContext database, OpenImports open, FirmWriter writer, PersonalDataProtector protector, TimeProvider time)
{
    private const int ChunkSize = 5000;
    private const int MostRows = 5000;
    private const int FaultsShown = 100;

    public async Task<ImportMonitoredFirmsResponse> HandleAsync(IAsyncStreamReader<ImportMonitoredFirmsRequest> parts, Caller caller, CancellationToken cancellation)
    {
        using var place = open.Enter();
        var begun = await database.BeginImportAsync(await HeaderAsync(parts, caller, cancellation), cancellation);
        var steps = new ImportSteps<ImportMonitoredFirmsRequest, MonitoredFirmRow, CheckedFirm, MonitoredFirmImport>(
            RowsOf, row => row.Row, row => Check(row, caller), (import, chunk) => writer.WriteAsync(import, chunk, caller, cancellation));
        var import = await ImportStream.TakeAsync(parts, begun, ChunkSize, steps, protector, cancellation);
        var faults = await database.FaultsOf(import).Take(FaultsShown).ToListAsync(cancellation);
        return new ImportMonitoredFirmsResponse { NextRow = import.NextRow, Taken = import.Taken, Rejected = import.Rejected, Faults = { faults.Select(Of) } };
    }

    /// <summary>Every fault of an import of the caller (错误行), a page at a time.</summary>
    public async Task<ListMonitoredFirmFaultsResponse> FaultsAsync(ListMonitoredFirmFaultsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (faults, next) = await database.FaultPageAsync<MonitoredFirmImport>(request, request.ImportId, request.PageSize, caller, cancellation);
        return new ListMonitoredFirmFaultsResponse { Faults = { faults.Select(Of) }, NextPageToken = next };
    }

    private CheckedFirm Check(MonitoredFirmRow row, Caller caller)
    {
        var faults = new RequestFaults();
        switch (row.FactCase)
        {
            case FactOneofCase.Firm:
                Firms.Check(faults, row.Firm, caller);
                break;
            case FactOneofCase.Month:
                Firms.Code(faults, row.Month.Code, "month.code");
                Firms.Check(faults, row.Month.Month, ChinaTime.Today(time));
                break;
            default:
                faults.Demand(false, "fact", "请填写监测企业或企业月报中的一类");
                break;
        }

        return new(row, faults.Found);
    }

    private static MonitoredFirmFault Of(RejectedField fault) => new() { Row = fault.Row, Field = fault.Field, Message = fault.Message };

    private static async Task<MonitoredFirmImport> HeaderAsync(IAsyncStreamReader<ImportMonitoredFirmsRequest> parts, Caller caller, CancellationToken cancellation)
    {
        if (!await parts.MoveNext(cancellation) || parts.Current.Header is not { } header)
        {
            throw ImportStream.NoHeader();
        }

        return ImportStream.FaultOf(header.ImportId) is { } fault
            ? throw RpcErrors.InvalidArgument([fault])
            : new MonitoredFirmImport { Id = Guid.CreateVersion7(), Agency = caller.Agency, ImportId = header.ImportId };
    }

    private static RepeatedField<MonitoredFirmRow> RowsOf(ImportMonitoredFirmsRequest part) =>
        part.Rows?.Rows is { Count: > 0 and <= MostRows } rows ? rows : throw ImportStream.WrongNumberOfRows(MostRows);
}
