using Google.Protobuf.Collections;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;

namespace Wenye.Statistics.Features.NewEmployment.ImportEmploymentFacts;

/// <summary>Takes what other agencies know row by row (部门数据导入), and shows what was not taken.</summary>
internal sealed class ImportEmploymentFactsHandler(
    StatisticsDbContext database, OpenImports open, FactWriter writer, NamedPeople people, PersonalDataProtector protector, TimeProvider time)
{
    private const int ChunkSize = 5000;
    private const int MostRows = 5000;
    private const int FaultsShown = 100;

    public async Task<ImportEmploymentFactsResponse> HandleAsync(
        IAsyncStreamReader<ImportEmploymentFactsRequest> parts, Caller caller, CancellationToken cancellation)
    {
        using var place = open.Enter();
        var begun = await database.BeginImportAsync(await HeaderAsync(parts, caller, cancellation), cancellation);
        var (checks, targets) = (new FactRowChecks(caller, ChinaTime.Today(time)), new TargetSums());
        var steps = new ImportSteps<ImportEmploymentFactsRequest, EmploymentFactRow, CheckedFact, CheckedFact, EmploymentFactImport>(
            RowsOf, row => row.Row, row => Checked(row, checks, targets), (rows, _) => people.ResolveAsync(rows, cancellation),
            (import, chunk) => writer.WriteAsync(import, chunk, caller, cancellation));
        var import = await ImportStream.TakeAsync(parts, begun, ChunkSize, steps, protector, cancellation);
        var faults = await database.FaultsOf(import).Take(FaultsShown).ToListAsync(cancellation);
        return new ImportEmploymentFactsResponse
        {
            NextRow = import.NextRow,
            Taken = import.Taken,
            Rejected = import.Rejected,
            Faults = { faults.Select(Of) },
            Shortfalls = { await targets.ShortfallsAsync(database, cancellation) },
        };
    }

    /// <summary>Every fault of an import of the caller (错误行), a page at a time.</summary>
    public async Task<ListEmploymentFactFaultsResponse> FaultsAsync(ListEmploymentFactFaultsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (faults, next) = await database.FaultPageAsync<EmploymentFactImport>(request, request.ImportId, request.PageSize, caller, cancellation);
        return new ListEmploymentFactFaultsResponse { Faults = { faults.Select(Of) }, NextPageToken = next };
    }

    private static CheckedFact Checked(EmploymentFactRow row, FactRowChecks checks, TargetSums targets)
    {
        var judged = checks.Check(row);
        if (judged.Faults.Count == 0 && row.Target is { } target)
        {
            targets.Note(target);
        }

        return judged;
    }

    private static EmploymentFactFault Of(RejectedField fault) => new() { Row = fault.Row, Field = fault.Field, Message = fault.Message };

    private static async Task<EmploymentFactImport> HeaderAsync(IAsyncStreamReader<ImportEmploymentFactsRequest> parts, Caller caller, CancellationToken cancellation)
    {
        if (!await parts.MoveNext(cancellation) || parts.Current.Header is not { } header)
        {
            throw ImportStream.NoHeader();
        }

        return ImportStream.FaultOf(header.ImportId) is { } fault
            ? throw RpcErrors.InvalidArgument([fault])
            : new EmploymentFactImport { Id = Guid.CreateVersion7(), Agency = caller.Agency, ImportId = header.ImportId };
    }

    private static RepeatedField<EmploymentFactRow> RowsOf(ImportEmploymentFactsRequest part) =>
        part.Rows?.Rows is { Count: > 0 and <= MostRows } rows ? rows : throw ImportStream.WrongNumberOfRows(MostRows);
}
