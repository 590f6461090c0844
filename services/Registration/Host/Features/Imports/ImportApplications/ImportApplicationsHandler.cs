using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;
using ApplicationImport = Wenye.Registration.Data.ApplicationImport;

namespace Wenye.Registration.Features.Imports.ImportApplications;

/// <summary>Takes a file of forms row by row (批量导入).</summary>
internal sealed class ImportApplicationsHandler(
    RegistrationDbContext database, OpenImports open, RowReader reader, RowJudge judge, ChunkWriter writer, PersonalDataProtector protector,
    TimeProvider time)
{
    private const int ChunkSize = 1000;
    private const int FaultsShown = 100;

    public async Task<ImportApplicationsResponse> HandleAsync(
        IAsyncStreamReader<ImportApplicationsRequest> parts, Caller caller, CancellationToken cancellation)
    {
        using var place = open.Enter();
        var begun = await writer.BeginAsync(await ImportParts.HeaderAsync(parts, caller, cancellation), cancellation);
        var turns = new ChunkTurns(judge, begun.Channel, caller, time);
        var steps = new ImportSteps<ImportApplicationsRequest, ApplicationRow, ImportRow, JudgedRow, ApplicationImport>(
            ImportParts.RowsOf,
            row => row.Row,
            row => reader.Read(row, begun.Channel, caller),
            (rows, before) => turns.JudgeAsync(rows, before, cancellation),
            (import, chunk) => writer.WriteAsync(import, chunk, caller, cancellation));
        var import = await ImportStream.TakeAsync(parts, begun, ChunkSize, steps, protector, cancellation);
        var faults = await database.FaultsOf(import).Take(FaultsShown).ToListAsync(cancellation);
        return new ImportApplicationsResponse { Import = import.ToContract(), Faults = { faults.Select(ImportAnswers.ToContract) } };
    }
}
