using Google.Protobuf.Collections;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.CodeTables;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Classes.Rosters;

namespace Wenye.Training.Features.Classes.EnrolTrainees;

/// <summary>Enrols people of a roster row by row (学员报名).</summary>
internal sealed class EnrolTraineesHandler(
    TrainingDbContext database, OpenImports open, AskedRows registers, RosterWriter writer, ICodeTableSource codes, PersonalDataProtector protector, TimeProvider time)
{
    private const int ChunkSize = 5000;
    private const int MostRows = 5000;
    private const int FaultsShown = 100;

    public async Task<EnrolTraineesResponse> HandleAsync(IAsyncStreamReader<EnrolTraineesRequest> parts, Caller caller, CancellationToken cancellation)
    {
        using var place = open.Enter();
        var begun = await BeginAsync(parts, caller, cancellation);
        var checks = new RosterChecks(codes.Current, protector, ChinaTime.Today(time));
        var steps = new ImportSteps<EnrolTraineesRequest, RosterRow, RosterPerson, AskedPerson, TrainingImport>(
            RowsOf, row => row.Row, checks.Check, (rows, _) => registers.AskAsync(rows, cancellation), (import, chunk) => writer.WriteAsync(import, chunk, cancellation));
        var import = await ImportStream.TakeAsync(parts, begun, ChunkSize, steps, protector, cancellation);
        var faults = await database.FaultsOf(import).Take(FaultsShown).ToListAsync(cancellation);
        return new EnrolTraineesResponse { Import = import.ToContract(), Faults = { faults.Select(ImportAnswers.ToContract) } };
    }

    private async Task<TrainingImport> BeginAsync(IAsyncStreamReader<EnrolTraineesRequest> parts, Caller caller, CancellationToken cancellation)
    {
        if (!await parts.MoveNext(cancellation) || parts.Current.Header is not { } header)
        {
            throw ImportStream.NoHeader();
        }

        var faults = new RequestFaults();
        var classId = faults.ClassId(header.ClassId);
        faults.Add(ImportStream.FaultOf(header.ImportId) is { } fault ? [fault] : []).ThrowIfAny();
        await database.DemandClassAsync(classId, caller, cancellation);
        var begun = await database.BeginImportAsync(
            new TrainingImport { Id = Guid.CreateVersion7(time.GetUtcNow()), Agency = caller.Agency, ImportId = header.ImportId, ClassId = classId }, cancellation);
        return begun.ClassId == classId ? begun : throw ImportErrors.OtherContent();
    }

    private static RepeatedField<RosterRow> RowsOf(EnrolTraineesRequest part) =>
        part.Rows?.Rows is { Count: > 0 and <= MostRows } rows ? rows : throw ImportStream.WrongNumberOfRows(MostRows);
}
