using Google.Protobuf.Collections;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.CodeTables;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using FirmDataImport = Wenye.Stabilization.Data.FirmDataImport;

namespace Wenye.Stabilization.Features.FirmData.ImportFirmData;

/// <summary>Takes what agencies know of firms row by row (企业数据导入).</summary>
internal sealed class ImportFirmDataHandler(
    StabilizationDbContext database, OpenImports open, FirmDataWriter writer, ICodeTableSource codes, PersonalDataProtector protector, TimeProvider time)
{
    private const int ChunkSize = 5000;
    private const int MostRows = 5000;
    private const int FaultsShown = 100;

    public async Task<ImportFirmDataResponse> HandleAsync(
        IAsyncStreamReader<ImportFirmDataRequest> parts, Caller caller, CancellationToken cancellation)
    {
        using var place = open.Enter();
        var begun = await database.BeginImportAsync(await HeaderAsync(parts, caller, cancellation), cancellation);
        var checks = new RowChecks(codes.Current, ChinaTime.Today(time), caller);
        var steps = new ImportSteps<ImportFirmDataRequest, FirmDataRow, CheckedRow, FirmDataImport>(
            RowsOf,
            row => row.Row,
            checks.Check,
            (import, chunk) => writer.WriteAsync(import, chunk, caller, cancellation));
        var import = await ImportStream.TakeAsync(parts, begun, ChunkSize, steps, protector, cancellation);
        var faults = await database.FaultsOf(import).Take(FaultsShown).ToListAsync(cancellation);
        return new ImportFirmDataResponse { Import = import.ToContract(), Faults = { faults.Select(FirmDataAnswers.ToContract) } };
    }

    private static async Task<FirmDataImport> HeaderAsync(IAsyncStreamReader<ImportFirmDataRequest> parts, Caller caller, CancellationToken cancellation)
    {
        if (!await parts.MoveNext(cancellation) || parts.Current.Header is not { } header)
        {
            throw ImportStream.NoHeader();
        }

        return ImportStream.FaultOf(header.ImportId) is { } fault
            ? throw RpcErrors.InvalidArgument([fault])
            : new FirmDataImport { Id = Guid.CreateVersion7(), Agency = caller.Agency, ImportId = header.ImportId };
    }

    private static RepeatedField<FirmDataRow> RowsOf(ImportFirmDataRequest part) =>
        part.Rows?.Rows is { Count: > 0 and <= MostRows } rows ? rows : throw ImportStream.WrongNumberOfRows(MostRows);
}
