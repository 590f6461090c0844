using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Applications.ReviewApplication;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Imports.ImportApplications;

/// <summary>Commits chunks of rows with the import's progress (分批提交): all of a chunk or nothing of it.</summary>
internal sealed class ChunkWriter(
    RegistrationDbContext database, ImportTables tables, People people, RegistrationOpening opening, TimeProvider time)
{
    /// <summary>Begins the caller's import of that id, or finds how far it is.</summary>
    /// <exception cref="Grpc.Core.RpcException">ALREADY_EXISTS when it was begun with another channel.</exception>
    public async Task<ApplicationImport> BeginAsync(ApplicationImport fresh, CancellationToken cancellation)
    {
        var import = await database.BeginImportAsync(fresh, cancellation);
        return import.Channel == fresh.Channel ? import : throw ImportErrors.OtherContent();
    }

    /// <summary>Writes a chunk and returns how far the import is then.</summary>
    /// <exception cref="Grpc.Core.RpcException">ABORTED when another stream has gone on with this import, or another call took a number or registered a person just now.</exception>
    public async Task<ApplicationImport> WriteAsync(ApplicationImport import, ImportChunk<JudgedRow> chunk, Caller caller, CancellationToken cancellation)
    {
        try
        {
            var by = HandledBy.Of(handling: null, caller, time);
            var rows = chunk.Rows;
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var taken = rows.Count(row => row.Application is not null);
            var next = await database.AdvanceImportAsync(import, taken, rows.Count - taken, chunk.Content, cancellation);
            await TakeOverAsync([.. rows.Where(row => row is { Application: not null, Read.Good.RegisteredOn: not null })], by, cancellation);
            await CopyAsync(import, rows, cancellation);
            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return next;
        }
        catch (Exception conflict) when (conflict.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw ImportErrors.Conflict();
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }

    // Those that an earlier system registered: the person, the registration and its event, as an approval makes them.
    private async Task TakeOverAsync(IReadOnlyList<JudgedRow> rows, HandledBy by, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var ids = await people.KnowAllAsync([.. rows.Select(row => row.Read.Good!.Form.Person)], cancellation);
        foreach (var (row, personId) in rows.Zip(ids))
        {
            var registration = await opening.OpenAsync(row.Application!, personId, row.Read.Good!.RegisteredOn!.Value, by, cancellation);
            row.Application!.TakeOver(registration.Id, by);
        }
    }

    private async Task CopyAsync(ApplicationImport import, IReadOnlyList<JudgedRow> rows, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        var applications = rows.Where(row => row.Application is not null).Select(row => row.Application!).ToList();

        // Nobody holds what new applications refer to, so the fast way need not be cut.
        await tables.Applications.CopyAsync(connection, applications, CancellationToken.None);
        await tables.Steps.CopyAsync(connection, [.. applications.SelectMany(application => application.Steps)], cancellation);
        var faults = rows.SelectMany(row => import.Rejected(row.Read.Row, row.Faults));
        await tables.Faults.CopyAsync(connection, [.. faults], cancellation);
    }
}
