using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Attendance.RecordAttendance;

/// <summary>Commits chunks of a month with the file's progress (分批提交): all of a chunk or nothing.</summary>
internal sealed class AttendanceWriter(WelfarePostsDbContext database, AttendanceTables tables, PlacementsOfRows placements)
{
    private NpgsqlConnection Connection => (NpgsqlConnection)database.Database.GetDbConnection();

    /// <summary>Writes a chunk and returns how far the file is then.</summary>
    /// <exception cref="Grpc.Core.RpcException">ABORTED when another stream has gone on with this file, or stated the same months at this moment.</exception>
    public async Task<PostImport> WriteAsync(PostImport import, ImportChunk<CheckedAttendance> chunk, Caller caller, HandledBy by, CancellationToken cancellation)
    {
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var found = await placements.FindAsync(import, chunk.Rows, caller, cancellation);
            var (added, faults) = Judge(import, chunk.Rows, found, by);
            var next = await database.AdvanceImportAsync(import, chunk.Rows.Count - faults.Count, faults.Count, chunk.Content, cancellation);
            await tables.Months.CopyAsync(Connection, added, cancellation);
            await tables.Faults.CopyAsync(Connection, [.. faults.SelectMany(one => import.Rejected(one.Row, one.Faults))], cancellation);
            await transaction.CommitAsync(cancellation);
            return next;
        }
        catch (Exception conflict) when (conflict.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected })
        {
            throw ImportErrors.Conflict();
        }
    }

    private static (List<AttendanceMonth> Added, List<(long Row, IReadOnlyList<FieldError> Faults)> Faults) Judge(
        PostImport import, IReadOnlyList<CheckedAttendance> rows, FoundPlacements found, HandledBy by)
    {
        var (added, faults) = (new List<AttendanceMonth>(rows.Count), new List<(long, IReadOnlyList<FieldError>)>());
        foreach (var row in rows)
        {
            var (placement, fault) = row.Faults.Count > 0 ? (null, null) : found.Of(row);
            if (placement is null || fault is not null)
            {
                faults.Add((row.Row.Row, fault is null ? row.Faults : [fault]));
                continue;
            }

            // A correction is a later statement; a row that says what stands adds nothing.
            var last = found.Last.GetValueOrDefault(placement.Id);
            if (!Says(row, last))
            {
                var stated = Of(import, placement.Id, row).By(last.Sequence + 1, by);
                found.Last[placement.Id] = new(stated);
                added.Add(stated);
            }
        }

        return (added, faults);
    }

    private static bool Says(CheckedAttendance row, StatedMonth last) =>
        last.Sequence > 0 && last.Worked == row.Row.DaysWorked && last.Absent == row.Row.DaysAbsent && last.InARow == row.Row.DaysAbsentInARow
        && last.Hours == row.Hours && last.ContributionsFen == (row.Row.HasContributionsFen ? row.Row.ContributionsFen : null);

    private static AttendanceMonth Of(PostImport import, Guid placement, CheckedAttendance row) => new()
    {
        PlacementId = placement,
        Month = import.Month!.Value,
        DaysWorked = row.Row.DaysWorked,
        DaysAbsent = row.Row.DaysAbsent,
        DaysAbsentInARow = row.Row.DaysAbsentInARow,
        Hours = row.Hours,
        ContributionsFen = row.Row.HasContributionsFen ? row.Row.ContributionsFen : null,
    };
}
