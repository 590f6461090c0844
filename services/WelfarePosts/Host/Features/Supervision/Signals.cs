using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Supervision;

/// <summary>Finds what is unusual (监管线索), latest placements first, as the records stand now; nobody else is asked.</summary>
/// <remarks>Who leaves on the day itself has left in time: a fact of before the last day in post is a signal.</remarks>
internal sealed class Signals(WelfarePostsDbContext database)
{
    private const int Agreed = (int)PlacementState.Agreed;
    private const int Confirmed = (int)MonthRunState.Confirmed;

    public async Task<IReadOnlyList<FoundSignal>> FindAsync(SignalSearch search, CancellationToken cancellation) => search.Kind switch
    {
        PostSignalKind.Employed => await EmployedAsync(search, cancellation),
        PostSignalKind.InsuredElsewhere => await MarkedAsync(search, MarkKind.InsuredElsewhere, cancellation),
        PostSignalKind.Pension => await MarkedAsync(search, MarkKind.Pension, cancellation),
        PostSignalKind.Death => await MarkedAsync(search, MarkKind.Death, cancellation),
        PostSignalKind.TwoPosts => await TwoPostsAsync(search, cancellation),
        PostSignalKind.Relatives => await RelativesAsync(search, cancellation),
        _ => await AbsentAsync(search, cancellation),
    };

    // 36号 第二十条(一)  已实现就业或有相关记录的. The post itself is registered as an employment too; two posts are a signal of their own.
    private async Task<List<FoundSignal>> EmployedAsync(SignalSearch search, CancellationToken cancellation) => Of(await database.Database.SqlQuery<Dated>(
        $"""
        SELECT p.id, min(e.employed_on) AS since
        FROM placement p JOIN person r ON r.id = p.person_id JOIN person_employment e ON e.person_key = r.register_key
        WHERE p.division >= {search.Area.From} AND p.division < {search.Area.To} AND p.id < {search.Before.Placement} AND p.state <> {Agreed}
            AND e.manner <> {PersonEmployment.WelfarePost} AND e.employment_id IS DISTINCT FROM p.employment_id
            AND (p.ended_on IS NULL OR e.employed_on < p.ended_on) AND (e.ended_on IS NULL OR e.ended_on >= p.started_on) AND e.employed_on IS NOT NULL
        GROUP BY p.id ORDER BY p.id DESC LIMIT {search.Most}
        """).ToListAsync(cancellation));

    // 第二十条(一)(三)  by records of other agencies.
    private async Task<List<FoundSignal>> MarkedAsync(SignalSearch search, MarkKind kind, CancellationToken cancellation) => Of(await database.Database.SqlQuery<Dated>(
        $"""
        SELECT p.id, min(m."from") AS since
        FROM placement p JOIN person r ON r.id = p.person_id JOIN mark m ON m.id_hash = r.id_hash
        WHERE p.division >= {search.Area.From} AND p.division < {search.Area.To} AND p.id < {search.Before.Placement} AND p.state <> {Agreed}
            AND m.kind = {(int)kind} AND m.withdrawn_at IS NULL AND starts_with(p.division, m.area)
            AND (p.ended_on IS NULL OR m."from" < p.ended_on) AND (m."to" IS NULL OR m."to" >= p.started_on)
        GROUP BY p.id ORDER BY p.id DESC LIMIT {search.Most}
        """).ToListAsync(cancellation));

    // 38号 八  一人多岗: days in two posts.
    private async Task<List<FoundSignal>> TwoPostsAsync(SignalSearch search, CancellationToken cancellation) => Of(await database.Database.SqlQuery<Pair>(
        $"""
        SELECT p.id, q.id AS other, greatest(p.started_on, q.started_on) AS since
        FROM placement p JOIN placement q ON q.person_id = p.person_id AND q.id < p.id
        WHERE (p.id, q.id) < ({search.Before.Placement}, {search.Before.Other})
            AND p.started_on <= coalesce(q.ended_on, 'infinity') AND q.started_on <= coalesce(p.ended_on, 'infinity')
            AND ((p.division >= {search.Area.From} AND p.division < {search.Area.To}) OR (q.division >= {search.Area.From} AND q.division < {search.Area.To}))
        ORDER BY p.id DESC, q.id DESC LIMIT {search.Most}
        """).ToListAsync(cancellation));

    // 38号 八  优亲厚友: relatives in posts of one employer or one village.
    private async Task<List<FoundSignal>> RelativesAsync(SignalSearch search, CancellationToken cancellation) => Of(await database.Database.SqlQuery<Pair>(
        $"""
        SELECT DISTINCT greatest(p.id, q.id) AS id, least(p.id, q.id) AS other, NULL::date AS since
        FROM mark m JOIN person r ON r.id_hash = m.id_hash JOIN person s ON s.id_hash = m.other_hash
        JOIN placement p ON p.person_id = r.id JOIN placement q ON q.person_id = s.id JOIN post a ON a.id = p.post_id JOIN post b ON b.id = q.post_id
        WHERE m.kind = {(int)MarkKind.RelativeOf} AND m.withdrawn_at IS NULL AND starts_with(p.division, m.area)
            AND (p.employer_id = q.employer_id OR a.village_code = b.village_code)
            AND (greatest(p.id, q.id), least(p.id, q.id)) < ({search.Before.Placement}, {search.Before.Other})
            AND ((p.division >= {search.Area.From} AND p.division < {search.Area.To}) OR (q.division >= {search.Area.From} AND q.division < {search.Area.To}))
        ORDER BY 1 DESC, 2 DESC LIMIT {search.Most}
        """).ToListAsync(cancellation));

    // 36号 第二十二条  “吃空饷”: paid, though the last statement of the month shows fewer days worked than are asked for.
    private async Task<List<FoundSignal>> AbsentAsync(SignalSearch search, CancellationToken cancellation) =>
    [
        .. (await database.Database.SqlQuery<Absent>(
            $"""
            SELECT p.id, array_agg(a.month ORDER BY a.month) AS months, array_agg(a.days_worked ORDER BY a.month) AS days,
                array_agg(booked.fen ORDER BY a.month) AS fen
            FROM attendance_month a JOIN placement p ON p.id = a.placement_id
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(l.amount_fen), 0)::bigint AS fen FROM post_month_run r JOIN post_month_line l ON l.run_id = r.id
                WHERE r.month = a.month AND r.state = {Confirmed} AND l.placement_id = a.placement_id) booked
            WHERE p.division >= {search.Area.From} AND p.division < {search.Area.To} AND p.id < {search.Before.Placement} AND a.days_worked < {search.FewerDaysThan}
                AND NOT EXISTS (SELECT FROM attendance_month later WHERE later.placement_id = a.placement_id AND later.month = a.month AND later.sequence > a.sequence)
                AND booked.fen > 0
            GROUP BY p.id ORDER BY p.id DESC LIMIT {search.Most}
            """).ToListAsync(cancellation)).Select(row => new FoundSignal(row.Id, Guid.Empty, row.Months[0], row.Paid())),
    ];

    private static List<FoundSignal> Of(IEnumerable<Dated> rows) => [.. rows.Select(row => new FoundSignal(row.Id, Guid.Empty, row.Since))];

    private static List<FoundSignal> Of(IEnumerable<Pair> rows) => [.. rows.Select(row => new FoundSignal(row.Id, row.Other, row.Since))];

    private sealed record Dated(Guid Id, DateOnly Since);

    private sealed record Pair(Guid Id, Guid Other, DateOnly? Since);

    private sealed record Absent(Guid Id, DateOnly[] Months, int[] Days, long[] Fen)
    {
        public IReadOnlyList<PaidMonth> Paid() =>
            [.. Months.Select((month, i) => new PaidMonth { Month = PostFields.Month(month), DaysWorked = Days[i], PaidFen = Fen[i] })];
    }
}
