using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Terms;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>Days absent without reason (无故旷工天数), by the last statements of the months.</summary>
/// <param name="InARow">The longest run.</param>
/// <param name="InYear">Within twelve months.</param>
internal readonly record struct Absences(int InARow, int InYear);

/// <summary>What the records have for welfare_posts.exit (退出情形的事实): the term and the attendance.</summary>
internal sealed class ExitFacts(WelfarePostsDbContext database)
{
    private const int MonthsAYear = 12;

    /// <summary>What welfare_posts.exit asks for where no document lists grounds.</summary>
    public const string NoRule = "welfare_posts.exit";

    /// <summary>Absences within the year that ends on a day (一年内旷工), by placement; nobody of whom nothing is stated.</summary>
    public async Task<IReadOnlyDictionary<Guid, Absences>> AbsencesAsync(IReadOnlyCollection<Guid> placements, DateOnly on, CancellationToken cancellation)
    {
        var last = new DateOnly(on.Year, on.Month, 1);
        var first = last.AddMonths(1 - MonthsAYear);
        var stated = await database.Set<AttendanceMonth>().AsNoTracking()
            .Where(one => placements.Contains(one.PlacementId) && one.Month >= first && one.Month <= last)
            .Select(one => new { one.PlacementId, one.Month, one.Sequence, one.DaysAbsent, one.DaysAbsentInARow }).ToListAsync(cancellation);
        return stated.GroupBy(one => one.PlacementId).ToDictionary(same => same.Key, same =>
        {
            var holding = same.GroupBy(one => one.Month).Select(month => month.MaxBy(one => one.Sequence)!).ToList();
            return new Absences(holding.Max(one => one.DaysAbsentInARow), holding.Sum(one => one.DaysAbsent));
        });
    }

    /// <summary>The facts of the ground that an office claims (所主张情形的事实): of the others nothing is said, and nothing is asked.</summary>
    public static PostExitFacts Claimed(Placement placement, EndPlacementRequest request, DateOnly endedOn, Absences absences) =>
        Of(placement, request, endedOn, absences) with { Claim = (ExitClaim)request.Ground };

    private static PostExitFacts Of(Placement placement, EndPlacementRequest request, DateOnly endedOn, Absences absences) => request.Ground switch
    {
        ExitGround.Employed => new() { EmployedElsewhere = true },
        ExitGround.TermEnded => new() { TermEnded = Fact.From(placement.Until is { } until ? until <= endedOn : (bool?)null) },
        ExitGround.Pension => new() { ReceivesPension = true },
        ExitGround.Death => new() { Died = true },
        ExitGround.CannotWork => new() { CannotWork = true },
        ExitGround.Absent => new()
        {
            AbsentDaysInARow = Math.Max(absences.InARow, request.AbsentDaysInARow), AbsentDaysInYear = Math.Max(absences.InYear, request.AbsentDaysInYear),
        },
        ExitGround.SeriousBreach => new() { SeriousBreach = true },
        ExitGround.CriminalLiability => new() { CriminalLiability = true },
        ExitGround.City => new() { CityGround = request.CityGround },
        _ => new(),
    };

    /// <summary>What the records alone say (记录所示的事实): who must leave today.</summary>
    public static PostExitFacts Recorded(Placement placement, Absences? absences, DateOnly today) => new()
    {
        TermEnded = Fact.From(placement.Until is { } until ? until < today : (bool?)null),
        AbsentDaysInARow = Fact.From(absences?.InARow),
        AbsentDaysInYear = Fact.From(absences?.InYear),
    };
}
