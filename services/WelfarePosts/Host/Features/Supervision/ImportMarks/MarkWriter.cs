using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Supervision.ImportMarks;

/// <summary>Commits chunks of marks with the import's progress (分批提交), rows in their order: a later one of the same mark holds.</summary>
internal sealed class MarkWriter(WelfarePostsDbContext database, PersonalDataProtector protector, TimeProvider time)
{
    private static readonly FieldError NoSuchMark = new("withdrawn", "没有要撤销的标记，请核对人员、种类、日期和来源");

    /// <summary>Writes a chunk and returns how far the import is then.</summary>
    /// <exception cref="Grpc.Core.RpcException">ABORTED when another stream goes on with this import, or states the same marks.</exception>
    public async Task<PostImport> WriteAsync(PostImport import, string area, ImportChunk<CheckedMark> chunk, CancellationToken cancellation)
    {
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var rejected = await TakeAsync(import, area, chunk.Rows, cancellation);
            var next = await database.AdvanceImportAsync(import, chunk.Rows.Count - rejected, rejected, chunk.Content, cancellation);
            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return next;
        }
        catch (DbUpdateException conflict) when (conflict.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected })
        {
            throw ImportErrors.Conflict();
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }

    // How many rows have faults.
    private async Task<int> TakeAsync(PostImport import, string area, IReadOnlyList<CheckedMark> rows, CancellationToken cancellation)
    {
        var read = rows.Select(row => (Row: row, Mark: row.Faults.Count == 0 ? Read(row.Row, area) : null)).ToList();
        byte[][] people = [.. read.Where(one => one.Mark is not null).Select(one => one.Mark!.IdHash)];
        var known = (await database.Set<Mark>().Where(one => one.Area == area && people.Contains(one.IdHash)).ToListAsync(cancellation)).ToDictionary(KeyOf);
        var rejected = 0;
        foreach (var (row, mark) in read)
        {
            var faults = mark is null ? row.Faults : Put(known, mark, row.Row.Withdrawn) ? [] : [NoSuchMark];
            rejected += faults.Count > 0 ? 1 : 0;
            database.AddRange(import.Rejected(row.Row.Row, faults));
        }

        return rejected;
    }

    private bool Put(Dictionary<(string, MarkKind, DateOnly, string, string), Mark> known, Mark mark, bool withdrawn)
    {
        if (known.TryGetValue(KeyOf(mark), out var there))
        {
            there.To = withdrawn ? there.To : mark.To;
            there.WithdrawnAt = withdrawn ? there.WithdrawnAt ?? time.GetUtcNow() : null;
            return true;
        }

        if (!withdrawn)
        {
            database.Add(mark);
            known.Add(KeyOf(mark), mark);
        }

        return !withdrawn;
    }

    private Mark Read(MarkRow row, string area) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        IdHash = protector.LookupHash(row.IdNumber),
        Kind = row.Kind,
        From = row.From.ToDay(),
        To = row.To?.ToDay(),
        Source = row.Source,
        OtherHash = row.OtherIdNumber.Length > 0 ? protector.LookupHash(row.OtherIdNumber) : [],
        Area = area,
        StatedAt = time.GetUtcNow(),
    };

    private static (string Person, MarkKind Kind, DateOnly From, string Other, string Source) KeyOf(Mark mark) =>
        (Convert.ToHexString(mark.IdHash), mark.Kind, mark.From, Convert.ToHexString(mark.OtherHash), mark.Source);
}
