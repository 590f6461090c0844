using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Persistence;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Courses.ImportCourses;

/// <summary>Commits chunks of a catalogue with the import's progress (分批提交): all of a chunk or nothing of it.</summary>
internal sealed class CourseWriter(TrainingDbContext database, CourseTables tables)
{
    private static readonly string[] Key = ["city", "occupation", "level", "from"];

    /// <summary>Writes a chunk and returns how far the import is then.</summary>
    /// <exception cref="Grpc.Core.RpcException">ABORTED when another stream has gone on with this import, or another import changed the same rows.</exception>
    public async Task<TrainingImport> WriteAsync(TrainingImport import, ImportChunk<CheckedCourse> chunk, CancellationToken cancellation)
    {
        var taken = chunk.Rows.Select(row => row.Course).OfType<Course>().ToList();
        var faults = chunk.Rows.SelectMany(row => import.Rejected(row.Row, row.Faults)).ToList();
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var next = await database.AdvanceImportAsync(import, taken.Count, chunk.Rows.Count - taken.Count, chunk.Content, cancellation);
            var connection = (NpgsqlConnection)database.Database.GetDbConnection();
            var courses = RowReplacement.Last(taken, course => (course.City, course.Occupation, course.Level, course.From));
            await tables.Courses.ReplaceAsync(connection, courses, Key, cancellation);
            await tables.Faults.CopyAsync(connection, faults, cancellation);
            await transaction.CommitAsync(cancellation);
            return next;
        }
        catch (Exception conflict) when (conflict.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected })
        {
            throw ImportErrors.Conflict();
        }
    }
}
