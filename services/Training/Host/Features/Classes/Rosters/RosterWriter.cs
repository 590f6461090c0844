using Npgsql;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.Rosters;

/// <summary>Commits chunks of a roster with the import's progress (名册分批提交): all of a chunk or nothing of it, under the lock of the class.</summary>
internal sealed class RosterWriter(TrainingDbContext database, EnrolmentWriting enrolling, ClassTables tables)
{
    /// <summary>Writes a chunk and returns how far the import is then.</summary>
    /// <exception cref="Grpc.Core.RpcException">
    /// FAILED_PRECONDITION when the class does not enrol, ABORTED when another stream has gone on with this import.
    /// </exception>
    public async Task<TrainingImport> WriteAsync(TrainingImport import, ImportChunk<AskedPerson> chunk, CancellationToken cancellation)
    {
        var known = chunk.Rows.Where(row => row.Said is not null).ToDictionary(row => row.Person.Row.Row, row => row.Said!);
        var rows = chunk.Rows.Select(row => row.Person).ToList();
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var held = await enrolling.HoldOpenAsync(import.ClassId!.Value, cancellation);
            var enrolled = await enrolling.EnrolledAsync(held.Id, rows.Where(row => row.Faults.Count == 0), cancellation);
            var (taken, faults) = new RosterJudgement(import, known, enrolled, held.Places - held.Trainees).Judge(rows);
            var next = await database.AdvanceImportAsync(import, taken.Count, rows.Count - taken.Count, chunk.Content, cancellation);
            await enrolling.EnrolAsync(held.Id, taken, known, enrolled, cancellation);
            await tables.Faults.CopyAsync(enrolling.Connection, faults, cancellation);
            await transaction.CommitAsync(cancellation);
            return next;
        }
        catch (Exception conflict) when (conflict.GetBaseException() is PostgresException
            { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected })
        {
            throw ImportErrors.Conflict();
        }
    }
}
