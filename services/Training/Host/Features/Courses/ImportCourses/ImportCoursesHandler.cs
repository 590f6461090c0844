using Google.Protobuf.Collections;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.CodeTables;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Courses.ImportCourses;

/// <summary>Takes a city's catalogue row by row (目录导入).</summary>
internal sealed class ImportCoursesHandler(
    TrainingDbContext database, OpenImports open, CourseWriter writer, ICodeTableSource codes, PersonalDataProtector protector, TimeProvider time)
{
    private const int ChunkSize = 5000;
    private const int MostRows = 5000;
    private const int FaultsShown = 100;

    public async Task<ImportCoursesResponse> HandleAsync(IAsyncStreamReader<ImportCoursesRequest> parts, Caller caller, CancellationToken cancellation)
    {
        using var place = open.Enter();
        var begun = await database.BeginImportAsync(await HeaderAsync(parts, caller, cancellation), cancellation);
        if (begun.ClassId is not null)
        {
            throw ImportErrors.OtherContent();
        }

        var checks = new CourseChecks(codes.Current, ChinaTime.Today(time), caller);
        var steps = new ImportSteps<ImportCoursesRequest, CourseRow, CheckedCourse, TrainingImport>(
            RowsOf, row => row.Row, checks.Check, (import, chunk) => writer.WriteAsync(import, chunk, cancellation));
        var import = await ImportStream.TakeAsync(parts, begun, ChunkSize, steps, protector, cancellation);
        var faults = await database.FaultsOf(import).Take(FaultsShown).ToListAsync(cancellation);
        return new ImportCoursesResponse { Import = import.ToContract(), Faults = { faults.Select(ImportAnswers.ToContract) } };
    }

    private static async Task<TrainingImport> HeaderAsync(IAsyncStreamReader<ImportCoursesRequest> parts, Caller caller, CancellationToken cancellation)
    {
        if (!await parts.MoveNext(cancellation) || parts.Current.Header is not { } header)
        {
            throw ImportStream.NoHeader();
        }

        return ImportStream.FaultOf(header.ImportId) is { } fault
            ? throw RpcErrors.InvalidArgument([fault])
            : new TrainingImport { Id = Guid.CreateVersion7(), Agency = caller.Agency, ImportId = header.ImportId };
    }

    private static RepeatedField<CourseRow> RowsOf(ImportCoursesRequest part) =>
        part.Rows?.Rows is { Count: > 0 and <= MostRows } rows ? rows : throw ImportStream.WrongNumberOfRows(MostRows);
}
