using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Classes.RecordAttendance;

/// <summary>Writes attendance and what follows from it (考勤写入), in the caller's transaction under the lock of the class.</summary>
internal sealed class AttendanceWriting(TrainingDbContext database, ClassTables tables)
{
    private const int MinutesAnHour = 45;

    /// <summary>Puts these in place of what was said of the same people and days (替换), and adds up what they attended.</summary>
    public async Task ReplaceAsync(IReadOnlyList<Attendance> rows, CancellationToken cancellation)
    {
        var days = rows.Select(row => new AttendanceDay
        {
            EnrolmentId = Guid.Parse(row.EnrolmentId),
            Day = row.Day.ToDay(),
            Online = row.Online,
            Minutes = row.Minutes,
        }).ToList();
        var (people, on) = (days.Select(day => day.EnrolmentId).ToArray(), days.Select(day => day.Day).ToArray());
        await database.Database.ExecuteSqlAsync(
            $"DELETE FROM attendance_day d USING unnest({people}, {on}) AS k(enrolment_id, day) WHERE d.enrolment_id = k.enrolment_id AND d.day = k.day",
            cancellation);
        await tables.Attendance.CopyAsync((NpgsqlConnection)database.Database.GetDbConnection(), days, cancellation);
        await database.Database.ExecuteSqlAsync(
            $"""
            UPDATE enrolment e SET attended_minutes = s.room, attended_online_minutes = s.online
            FROM (
                SELECT enrolment_id, coalesce(sum(minutes) FILTER (WHERE NOT online), 0) AS room, coalesce(sum(minutes) FILTER (WHERE online), 0) AS online
                FROM attendance_day WHERE enrolment_id = ANY({people}) GROUP BY enrolment_id) s
            WHERE e.id = s.enrolment_id
            """,
            cancellation);
    }

    /// <summary>The first day on which the minutes held reach half of the plan's (达到正常进度一半的日期); null while they do not.</summary>
    /// <remarks>
    /// On a day as much was held as whoever attended longest was there. Of a course that begins on a platform and ends in a room the
    /// platform holds the part online: half of that is half of its class.
    /// </remarks>
    public async Task<DateOnly?> HalfReachedAsync(TrainingClass held, CancellationToken cancellation)
    {
        var planned = held.Mode == TrainingMode.OnlinePlatform ? held.OnlineMinutes : held.TotalHours * MinutesAnHour;
        var reached = await database.Database.SqlQuery<DateOnly>(
            $"""
            SELECT min(day) AS "Value" FROM (
                SELECT day, sum(held) OVER (ORDER BY day) AS held FROM (
                    SELECT day, max(minutes) AS held FROM (
                        SELECT d.day, sum(d.minutes) AS minutes FROM attendance_day d JOIN enrolment e ON e.id = d.enrolment_id
                        WHERE e.class_id = {held.Id} GROUP BY d.enrolment_id, d.day) person
                    GROUP BY day) days) so_far
            WHERE held * 2 >= {planned} HAVING min(day) IS NOT NULL
            """).ToListAsync(cancellation);
        return reached.Count == 0 ? null : reached[0];
    }
}
