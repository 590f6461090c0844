using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Subsidies;

namespace Wenye.WelfarePosts.Domain.Months;

/// <summary>What is known of someone in post and of a month (月度核算事实), from the books, the tables and the registers.</summary>
/// <remarks>What is null is unproven. What no record shows and nobody reported of grounds for leaving did not arise.</remarks>
public sealed record MonthFacts
{
    /// <summary>补贴月份.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>岗位类别.</summary>
    public required SubsidisedPost Post { get; init; }

    /// <summary>安置时为就业困难人员.</summary>
    public bool? InHardshipWhenPlaced { get; init; }

    /// <summary>Last day of the term of subsidy, included (补贴期限截止日).</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Last day in post (终止聘用之日); null: in post, which is no gap.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Days of the month at work, by the employer's last statement (出勤天数).</summary>
    public int? DaysWorked { get; init; }

    /// <summary>Hours of the month at work (当月工时).</summary>
    public decimal? Hours { get; init; }

    /// <summary>Social insurance of the month that the employer really paid (单位实际缴纳的社会保险费).</summary>
    public Money? ContributionsPaid { get; init; }

    /// <summary>Yuan a month, of the place (月最低工资标准).</summary>
    public Money? MonthlyMinimumWage { get; init; }

    /// <summary>Yuan an hour, of the place (小时最低工资标准).</summary>
    public decimal? HourlyMinimumWage { get; init; }

    /// <summary>Yuan an hour that the county set (乡村岗位小时补贴标准).</summary>
    public decimal? RuralHourlyRate { get; init; }

    /// <summary>Posts of the person in the month on the same days, this one and those begun before it (在岗岗位数).</summary>
    public required int PostsHeld { get; init; }

    /// <summary>First day of work elsewhere that records show; null: none (其他就业之日).</summary>
    public DateOnly? EmployedSince { get; init; }

    /// <summary>享受基本养老保险待遇之日; null: no record.</summary>
    public DateOnly? PensionSince { get; init; }

    /// <summary>死亡之日; null: no record.</summary>
    public DateOnly? DiedOn { get; init; }

    /// <summary>The worst of the months before: days absent without reason, in a row (连续旷工天数).</summary>
    public int AbsentInARow { get; init; }

    /// <summary>The worst year that ends before the month: days absent without reason (一年内累计旷工天数).</summary>
    public int AbsentInYear { get; init; }
}

/// <summary>The rules a month is decided by (核算适用政策): of its last day, whenever it is computed, and of grounds for leaving those of the day before it began.</summary>
/// <param name="Month">Of the last day.</param>
/// <param name="Before">Of the last day of the month before.</param>
public sealed record MonthPolicy(PolicyContext Month, PolicyContext Before)
{
    /// <summary>Those of a place (取政策).</summary>
    public static MonthPolicy Of(ParameterSet parameters, Division place, YearMonth month) =>
        new(parameters.At(place, month.LastDay), parameters.At(place, month.AddMonths(-1).LastDay));

    /// <summary>The same for one thread that decides many months of the place (批量决定).</summary>
    public MonthPolicy ForBatch() => new(Month.ForBatch(), Before.ForBatch());
}
