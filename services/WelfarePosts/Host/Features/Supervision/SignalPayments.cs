using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Supervision;

/// <summary>What was booked for the months that signals are about (线索所涉月份的补贴), in confirmed runs, less what was taken back.</summary>
internal sealed class SignalPayments(WelfarePostsDbContext database)
{
    private const int Confirmed = (int)MonthRunState.Confirmed;

    /// <summary>Fen by placement; nothing of those for whom nothing is booked.</summary>
    public async Task<IReadOnlyDictionary<Guid, long>> OfAsync(PostSignalKind kind, IReadOnlyList<FoundSignal> found, CancellationToken cancellation)
    {
        if (kind == PostSignalKind.AbsentButPaid)
        {
            return found.ToDictionary(signal => signal.Placement, signal => signal.Months!.Sum(month => month.PaidFen));
        }

        var asked = found.Where(signal => signal.Since is not null)
            .SelectMany(signal => new[] { signal.Placement, signal.Other }.Where(id => id != Guid.Empty).Select(id => (Id: id, Month: FirstMonth(kind, signal.Since!.Value))))
            .GroupBy(one => one.Id).Select(same => same.MinBy(one => one.Month)).ToList();
        Guid[] placements = [.. asked.Select(one => one.Id)];
        DateOnly[] months = [.. asked.Select(one => one.Month)];
        return (await database.Database.SqlQuery<Booked>(
            $"""
            SELECT asked.id, sum(l.amount_fen)::bigint AS fen
            FROM unnest({placements}, {months}) AS asked(id, month)
            JOIN post_month_run r ON r.month >= asked.month AND r.state = {Confirmed}
            JOIN post_month_line l ON l.run_id = r.id AND l.placement_id = asked.id
            GROUP BY asked.id
            """).ToListAsync(cancellation)).ToDictionary(row => row.Id, row => row.Fen);
    }

    // 36号 第二十条  从终止聘用关系的下月起停止发放各项补贴; of two posts (38号 八) the month itself counts.
    private static DateOnly FirstMonth(PostSignalKind kind, DateOnly since) =>
        new DateOnly(since.Year, since.Month, 1).AddMonths(kind == PostSignalKind.TwoPosts ? 0 : 1);

    private sealed record Booked(Guid Id, long Fen);
}
