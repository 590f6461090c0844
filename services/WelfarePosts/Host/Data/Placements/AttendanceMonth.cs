using Wenye.Persistence;

namespace Wenye.WelfarePosts.Data;

/// <summary>What the employer states of a month (月度考勤), 第四条; the last statement holds, only ever appended.</summary>
public sealed class AttendanceMonth : Step
{
    public required Guid PlacementId { get; init; }

    /// <summary>The month's first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>出勤天数.</summary>
    public required int DaysWorked { get; init; }

    /// <summary>无故旷工天数 of the month.</summary>
    public required int DaysAbsent { get; init; }

    /// <summary>The longest run of days absent without reason that ends or goes on in this month, counted from its first day (连续旷工天数).</summary>
    public required int DaysAbsentInARow { get; init; }

    /// <summary>Hours worked, of posts that are paid by the hour; null: not told.</summary>
    public decimal? Hours { get; init; }

    /// <summary>What the employer really paid of social insurance for the person and month, without the person's own part, fen; null: not told.</summary>
    public long? ContributionsFen { get; init; }
}
