using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Months;
using Wenye.WelfarePosts.Domain.Subsidies;

namespace Wenye.WelfarePosts.Months;

/// <summary>Someone in post of a shard with all that the month is decided on (分片在岗人员).</summary>
internal sealed class PlacementOfShard
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required string Division { get; init; }

    public required SubsidisedPost Post { get; init; }

    public bool? InHardshipWhenPlaced { get; init; }

    public required DateOnly StartedOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>Registration's key of the employment in this post; null: not registered.</summary>
    public Guid? EmploymentId { get; init; }

    /// <summary>公民身份号码, encrypted.</summary>
    public required byte[] IdNumber { get; init; }

    /// <summary>Keyed hash of it.</summary>
    public required byte[] IdHash { get; init; }

    /// <summary>Registration's key of the person; null: not known.</summary>
    public Guid? RegisterKey { get; init; }

    /// <summary>Of the employer here.</summary>
    public required string CreditCode { get; init; }

    /// <summary>What the employer stated last, by month, up to the run's.</summary>
    public List<StatedMonth> Attendance { get; } = [];

    /// <summary>Posts of the person on days of the month, this one among them.</summary>
    public List<HeldPost> Posts { get; } = [];

    public DateOnly? EmployedSince { get; private set; }

    public DateOnly? PensionSince { get; private set; }

    public DateOnly? DiedOn { get; private set; }

    /// <summary>Booked for the month before, fen.</summary>
    public long BookedFen { get; set; }

    public void Works(DateOnly since) => EmployedSince = Earlier(EmployedSince, since);

    public void Draws(DateOnly since) => PensionSince = Earlier(PensionSince, since);

    public void Died(DateOnly on) => DiedOn = Earlier(DiedOn, on);

    /// <summary>The facts of the month (核算事实).</summary>
    /// <param name="month">The run's.</param>
    /// <param name="wage">Of the place and month; null: not stated.</param>
    /// <param name="rate">Of the county's rural posts; null: not stated.</param>
    public MonthFacts FactsOf(YearMonth month, MinimumWage? wage, decimal? rate)
    {
        var stated = Attendance.Find(one => one.Month == month);
        var before = Attendance.Where(one => one.Month < month && one.DaysAbsent > 0).Select(one => (one.Month, one.DaysAbsent)).ToList();
        return new()
        {
            Month = month,
            Post = Post,
            InHardshipWhenPlaced = InHardshipWhenPlaced,
            Until = Until,
            EndedOn = EndedOn,
            DaysWorked = stated?.DaysWorked,
            Hours = stated?.Hours,
            ContributionsPaid = stated?.ContributionsFen is { } fen ? Money.FromFen(fen) : null,
            MonthlyMinimumWage = wage?.Monthly,
            HourlyMinimumWage = wage?.Hourly,
            RuralHourlyRate = rate,
            PostsHeld = 1 + Posts.Count(IsBesideAndEarlier),
            EmployedSince = EmployedSince,
            PensionSince = PensionSince,
            DiedOn = DiedOn,
            AbsentInARow = Attendance.Where(one => one.Month < month).Select(one => one.DaysAbsentInARow).DefaultIfEmpty().Max(),
            AbsentInYear = before.Count == 0 ? 0 : Absences.WorstYear(before),
        };
    }

    // Of two posts on the same days the one begun first is the person's; what is held beside it is one too many (38号 八).
    private bool IsBesideAndEarlier(HeldPost other) =>
        other.Id != Id
        && (other.StartedOn, other.Id).CompareTo((StartedOn, Id)) < 0
        && StartedOn <= (other.EndedOn ?? DateOnly.MaxValue)
        && other.StartedOn <= (EndedOn ?? DateOnly.MaxValue);

    private static DateOnly Earlier(DateOnly? known, DateOnly day) => known is { } before && before < day ? before : day;
}

/// <summary>What an employer stated of a month (考勤).</summary>
internal sealed record StatedMonth(YearMonth Month, int DaysWorked, int DaysAbsent, int DaysAbsentInARow, decimal? Hours, long? ContributionsFen);

/// <summary>A post of the person (所任岗位).</summary>
internal sealed record HeldPost(Guid Id, DateOnly StartedOn, DateOnly? EndedOn);
