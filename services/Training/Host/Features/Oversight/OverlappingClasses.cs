using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Oversight;

/// <summary>One person in two classes whose days overlap (同一人参训时间重叠).</summary>
/// <remarks>Who left a class, and a class that was not held, are no sign of anything.</remarks>
internal sealed class OverlappingClasses(TrainingDbContext database)
{
    public async Task<IReadOnlyList<FoundSignal>> FindAsync(SignalSearch search, CancellationToken cancellation)
    {
        var (low, high, before, other) = (search.Area.From, search.Area.To, search.Before.Record, search.Before.Other);
        var pairs = await (
            from one in database.Enrolments
            join two in database.Enrolments on one.TraineeId equals two.TraineeId
            join first in database.Classes on one.ClassId equals first.Id
            join second in database.Classes on two.ClassId equals second.Id
            where one.Id > two.Id && (one.Id < before || (one.Id == before && two.Id < other))
                && one.State != EnrolmentState.Withdrawn && two.State != EnrolmentState.Withdrawn
                && first.State != ClassState.Cancelled && second.State != ClassState.Cancelled
                && (first.StartedOn ?? first.StartsOn) <= second.EndsOn && (second.StartedOn ?? second.StartsOn) <= first.EndsOn
                && ((string.Compare(first.Division, low) >= 0 && string.Compare(first.Division, high) < 0)
                    || (string.Compare(second.Division, low) >= 0 && string.Compare(second.Division, high) < 0))
            orderby one.Id descending, two.Id descending
            select new
            {
                One = one.Id,
                Two = two.Id,
                Begin = (first.StartedOn ?? first.StartsOn) > (second.StartedOn ?? second.StartsOn) ? first.StartedOn ?? first.StartsOn : second.StartedOn ?? second.StartsOn,
                End = first.EndsOn < second.EndsOn ? first.EndsOn : second.EndsOn,
                Staged = (first.Mode == TrainingMode.OnlinePlatform) != (second.Mode == TrainingMode.OnlinePlatform),
            }).Take(search.Most).ToListAsync(cancellation);
        return [.. pairs.Select(pair => new FoundSignal(pair.One, pair.Two, Reason(pair.Begin, pair.End, pair.Staged), [pair.One, pair.Two]))];
    }

    private static string Reason(DateOnly begin, DateOnly end, bool staged) => string.Create(
        CultureInfo.InvariantCulture,
        $"同一人同时在两个班级参训，培训日期重叠 {end.DayNumber - begin.DayNumber + 1} 天（{begin:yyyy-MM-dd} 至 {end:yyyy-MM-dd}）{(staged ? "；其中一个为线上平台培训，可能属分段培训" : "")}");
}
