using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Oversight;

/// <summary>In the room from Monday to Friday while employed by a unit that neither trains nor sends the person (在职期间到课).</summary>
/// <remarks>
/// As Registration said at enrolment. Of a person whom one firm sends and whose registered unit has no code it is not known that they are
/// two: no signal.
/// </remarks>
internal sealed class EmployedElsewhere(TrainingDbContext database)
{
    public async Task<IReadOnlyList<FoundSignal>> FindAsync(SignalSearch search, CancellationToken cancellation)
    {
        var withdrawn = (int)EnrolmentState.Withdrawn;
        var found = await database.Database.SqlQuery<DaysInTheRoom>(
            $"""
            SELECT e.id, e.employed_since AS since, d.days, d.first, d.last
            FROM enrolment e JOIN training_class c ON c.id = e.class_id JOIN institution i ON i.id = c.institution_id
            CROSS JOIN LATERAL (
                SELECT count(DISTINCT a.day)::int AS days, min(a.day) AS first, max(a.day) AS last FROM attendance_day a
                WHERE a.enrolment_id = e.id AND NOT a.online AND a.minutes > 0 AND a.day >= e.employed_since AND extract(isodow FROM a.day) < 6) d
            WHERE d.days > 0 AND e.id < {search.Before.Record} AND e.state <> {withdrawn} AND e.employed_since IS NOT NULL
                AND (e.employer_code IS NULL OR e.employer_code <> e.employed_by) AND i.credit_code IS DISTINCT FROM e.employed_by
                AND c.division >= {search.Area.From} AND c.division < {search.Area.To}
            ORDER BY e.id DESC LIMIT {search.Most}
            """).ToListAsync(cancellation);
        return [.. found.Select(row => new FoundSignal(row.Id, Guid.Empty, Reason(row.Since, row.Days, row.First, row.Last), [row.Id]))];
    }

    private static string Reason(DateOnly since, int days, DateOnly first, DateOnly last) => string.Create(
        CultureInfo.InvariantCulture,
        $"就业登记显示自 {since:yyyy-MM-dd} 起在其他用人单位就业，仍于周一至周五线下到课 {days} 天（{first:yyyy-MM-dd} 至 {last:yyyy-MM-dd}）");

    private sealed record DaysInTheRoom(Guid Id, DateOnly Since, int Days, DateOnly First, DateOnly Last);
}
