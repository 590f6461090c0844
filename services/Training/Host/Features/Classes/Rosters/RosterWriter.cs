using Npgsql;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.Rosters;

/// <summary>Commits chunks of a roster with the import's progress (名册分批提交): all of a chunk or nothing of it, under the lock of the class.</summary>
internal sealed class RosterWriter(TrainingDbContext database, PersonRegisters registers, EnrolmentWriting enrolling, ClassTables tables, TimeProvider time)
{
    /// <summary>Writes a chunk and returns how far the import is then.</summary>
    /// <exception cref="Grpc.Core.RpcException">
    /// FAILED_PRECONDITION when the class does not enrol, UNAVAILABLE when Registration cannot be asked, ABORTED when another stream has
    /// gone on with this import.
    /// </exception>
    public async Task<TrainingImport> WriteAsync(TrainingImport import, ImportChunk<RosterPerson> chunk, CancellationToken cancellation)
    {
        // Asked before the class is held: others need not wait for another service.
        var askedAt = time.GetUtcNow();
        var good = chunk.Rows.Where(row => row.Faults.Count == 0).ToList();
        var said = await registers.LookUpAsync(good.Select(row => row.Row.IdNumber), cancellation);
        var known = good.Zip(said).ToDictionary(pair => pair.First.Row.Row, pair => new RegisterAnswer(pair.Second, askedAt));
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var held = await enrolling.HoldOpenAsync(import.ClassId!.Value, cancellation);
            var enrolled = await enrolling.EnrolledAsync(held.Id, good, cancellation);
            var (taken, faults) = new RosterJudgement(import, known, enrolled, held.Places - held.Trainees).Judge(chunk.Rows);
            var next = await database.AdvanceImportAsync(import, taken.Count, chunk.Rows.Count - taken.Count, chunk.Content, cancellation);
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
