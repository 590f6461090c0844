using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Attendance;

/// <summary>What was stated of someone in post (考勤与考核记录), as callers see it.</summary>
internal sealed class AttendanceStatements(WelfarePostsDbContext database)
{
    /// <summary>What holds of each month (各月现行考勤), the earliest first.</summary>
    public async Task<IEnumerable<AttendanceStatement>> HoldingAsync(Guid placement, CancellationToken cancellation) =>
        (await AllAsync(placement, null, cancellation)).GroupBy(one => one.Month).Select(month => Of(month.First()));

    /// <summary>Every statement (全部记录) of one month or of all, months in order, of each the last one first.</summary>
    public async Task<IReadOnlyList<AttendanceMonth>> AllAsync(Guid placement, DateOnly? month, CancellationToken cancellation) =>
        await database.Set<AttendanceMonth>().AsNoTracking()
            .Where(one => one.PlacementId == placement && (month == null || one.Month == month))
            .OrderBy(one => one.Month).ThenByDescending(one => one.Sequence).ToListAsync(cancellation);

    /// <summary>Appraisals (考核评价), of each period the one that holds; notes only for those who handle posts.</summary>
    public async Task<IEnumerable<AppraisalStatement>> AppraisalsAsync(Guid placement, Caller caller, CancellationToken cancellation)
    {
        var all = await database.Set<AppraisalRecord>().AsNoTracking().Where(one => one.PlacementId == placement)
            .OrderBy(one => one.Period).ThenByDescending(one => one.Sequence).ToListAsync(cancellation);
        return all.GroupBy(one => one.Period).Select(same => same.First()).Select(one => new AppraisalStatement
        {
            Period = one.Period,
            Result = one.Result,
            StatedAt = one.OccurredAt.ToTimestamp(),
            Agency = one.Agency,
            Note = caller.HandlesPosts() ? one.Note ?? "" : "",
        });
    }

    /// <summary>A statement (考勤记录).</summary>
    public static AttendanceStatement Of(AttendanceMonth month)
    {
        var answer = new AttendanceStatement
        {
            Month = PostFields.Month(month.Month),
            Sequence = month.Sequence,
            DaysWorked = month.DaysWorked,
            DaysAbsent = month.DaysAbsent,
            DaysAbsentInARow = month.DaysAbsentInARow,
            Hours = month.Hours?.ToString("0.##", CultureInfo.InvariantCulture) ?? "",
            StatedAt = month.OccurredAt.ToTimestamp(),
            Agency = month.Agency,
        };
        if (month.ContributionsFen is { } paid)
        {
            answer.ContributionsFen = paid;
        }

        return answer;
    }
}
