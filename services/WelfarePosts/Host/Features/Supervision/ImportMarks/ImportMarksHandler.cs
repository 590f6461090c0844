using Google.Protobuf.Collections;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Supervision.ImportMarks;

/// <summary>Takes what other agencies' records say of people (比对标记导入).</summary>
internal sealed class ImportMarksHandler(
    OpenImports open, WelfarePostsDbContext database, MarkWriter writer, PersonalDataProtector protector, PostFields fields, TimeProvider time)
{
    private const int ChunkSize = 2000;
    private const int MostRows = 5000;
    private const int FaultsShown = 100;

    public async Task<ImportMarksResponse> HandleAsync(IAsyncStreamReader<ImportMarksRequest> parts, Caller caller, CancellationToken cancellation)
    {
        using var place = open.Enter();
        var header = await parts.MoveNext(cancellation) && parts.Current.Header is { } named ? named : throw ImportStream.NoHeader();
        var (begun, area, today) = (await BeginAsync(header, caller, cancellation), AreaOf(caller), fields.Today);
        var steps = new ImportSteps<ImportMarksRequest, MarkRow, CheckedMark, PostImport>(
            RowsOf, row => row.Row, row => CheckedMark.Of(row, today), (import, chunk) => writer.WriteAsync(import, area, chunk, cancellation));
        var import = await ImportStream.TakeAsync(parts, begun, ChunkSize, steps, protector, cancellation);
        var faults = await database.FaultsOf(import).Take(FaultsShown).ToListAsync(cancellation);
        return new ImportMarksResponse { Import = import.ToContract(), Faults = { faults.Select(fault => fault.ToContract()) } };
    }

    private async Task<PostImport> BeginAsync(MarkImportHeader header, Caller caller, CancellationToken cancellation)
    {
        if (ImportStream.FaultOf(header.ImportId) is { } fault)
        {
            throw RpcErrors.InvalidArgument([fault]);
        }

        var begun = await database.BeginImportAsync(
            new PostImport { Id = Guid.CreateVersion7(time.GetUtcNow()), Agency = caller.Agency, ImportId = header.ImportId, Kind = PostImportKind.Marks }, cancellation);
        return begun.Kind == PostImportKind.Marks ? begun : throw ImportErrors.OtherContent();
    }

    private static string AreaOf(Caller caller) =>
        caller.VisiblePrefix ?? throw RpcErrors.PermissionDenied("OTHER_DIVISION", "本机构没有行政区划，无权导入标记");

    private static RepeatedField<MarkRow> RowsOf(ImportMarksRequest part) =>
        part.Rows?.Rows is { Count: > 0 and <= MostRows } rows ? rows : throw ImportStream.WrongNumberOfRows(MostRows);
}
