using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Applications.ReviewApplication;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Imports.ImportApplications;

/// <summary>Commits chunks of rows with the import's progress (分批提交): all of a chunk or nothing of it.</summary>
internal sealed class ChunkWriter(
    RegistrationDbContext database, ImportTables tables, RowJudge judge, People people, RegistrationOpening opening, TimeProvider time)
{
    /// <summary>Begins the caller's import of that id, or finds how far it is.</summary>
    /// <exception cref="Grpc.Core.RpcException">ALREADY_EXISTS when it was begun with another channel.</exception>
    public async Task<ApplicationImport> BeginAsync(ApplicationImport fresh, Caller caller, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO application_import (id, agency, import_id, channel, next_row, taken, rejected, content)
            VALUES ({fresh.Id}, {fresh.Agency}, {fresh.ImportId}, {(int)fresh.Channel}, {fresh.NextRow}, 0, 0, {fresh.Content})
            ON CONFLICT DO NOTHING
            """,
            cancellation);
        var import = await database.ImportAsync(fresh.ImportId, caller, cancellation);
        return import.Channel == fresh.Channel ? import : throw ImportErrors.OtherContent();
    }

    /// <summary>Writes a chunk and returns how far the import is then.</summary>
    /// <exception cref="Grpc.Core.RpcException">ABORTED when another stream has gone on with this import, or another call took a number or registered a person just now.</exception>
    public async Task<ApplicationImport> WriteAsync(ApplicationImport import, ImportChunk chunk, Caller caller, CancellationToken cancellation)
    {
        try
        {
            var by = HandledBy.Of(handling: null, caller, time);
            var rows = await judge.JudgeAsync(chunk.Rows, import.Channel, by, cancellation);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var next = new ApplicationImport
            {
                Id = import.Id,
                Agency = import.Agency,
                ImportId = import.ImportId,
                Channel = import.Channel,
                NextRow = import.NextRow + rows.Count,
                Taken = import.Taken + rows.Count(row => row.Application is not null),
                Rejected = import.Rejected + rows.Count(row => row.Application is null),
                Content = chunk.Content,
            };
            await AdvanceAsync(import, next, cancellation);
            await TakeOverAsync([.. rows.Where(row => row is { Application: not null, Read.RegisteredOn: not null })], by, cancellation);
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

    // Of two streams that go on from the same row, one moves it on; the other waits for that and finds it moved.
    private async Task AdvanceAsync(ApplicationImport from, ApplicationImport to, CancellationToken cancellation)
    {
        var moved = await database.Set<ApplicationImport>().Where(import => import.Id == from.Id && import.NextRow == from.NextRow).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.NextRow, to.NextRow).SetProperty(i => i.Taken, to.Taken)
                .SetProperty(i => i.Rejected, to.Rejected).SetProperty(i => i.Content, to.Content),
            cancellation);
        if (moved == 0)
        {
            throw ImportErrors.OtherStream();
        }
    }

    // Those that an earlier system registered: the person, the registration and its event, as an approval makes them.
    private async Task TakeOverAsync(IReadOnlyList<JudgedRow> rows, HandledBy by, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var ids = await people.KnowAllAsync([.. rows.Select(row => row.Read.Form!.Person)], cancellation);
        foreach (var (row, personId) in rows.Zip(ids))
        {
            var registration = opening.Open(row.Application!, personId, row.Read.RegisteredOn!.Value, by);
            row.Application!.TakeOver(registration.Id, by);
        }
    }

    private async Task CopyAsync(ApplicationImport import, IReadOnlyList<JudgedRow> rows, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        var applications = rows.Where(row => row.Application is not null).Select(row => row.Application!).ToList();
        await tables.Applications.CopyAsync(connection, applications, cancellation);
        await tables.Steps.CopyAsync(connection, [.. applications.SelectMany(application => application.Steps)], cancellation);
        var faults = rows.SelectMany(row => row.Faults.Select((fault, i) => new RejectedField
        {
            Import = import.Id,
            Row = row.Read.Row,
            Ordinal = i + 1,
            Field = fault.Field,
            Message = fault.Message,
        }));
        await tables.Faults.CopyAsync(connection, [.. faults], cancellation);
    }
}
