using Wenye.Policy;

namespace Wenye.Training.Domain.Allowances;

/// <summary>Who may draw a living allowance (生活费补贴对象), 11号 三, 72号 三(二).</summary>
public enum AllowanceTrainee
{
    /// <summary>农民工.</summary>
    MigrantWorker = 1,

    /// <summary>离校2年未就业大学生.</summary>
    Graduate2y,

    /// <summary>建档立卡贫困劳动力.</summary>
    RegisteredPoor,

    /// <summary>贫困家庭子女.</summary>
    PoorFamilyChild,

    /// <summary>就业困难人员.</summary>
    Hardship,

    /// <summary>零就业家庭成员.</summary>
    ZeroEmploymentFamily,

    /// <summary>Left school after junior or senior middle school, from the country (“两后生”中农村学员).</summary>
    RuralSchoolLeaver,

    /// <summary>Left school after junior or senior middle school, of an urban family on minimum living allowance (“两后生”中城市低保家庭学员).</summary>
    LowIncomeSchoolLeaver,

    /// <summary>None of these (其他人员).</summary>
    Other,
}

/// <summary>What training.living_allowance looks at (生活费补贴的事实): one person and course. What is left out is unproven.</summary>
public sealed record LivingAllowanceFacts : IFacts
{
    /// <summary>补贴对象.</summary>
    public Fact<AllowanceTrainee> Trainee { get; init => field = value.Named("trainee"); } = Fact.Unproven<AllowanceTrainee>("trainee");

    /// <summary>Class hours (学时).</summary>
    public Fact<decimal> Hours { get; init => field = value.Named("hours"); } = Fact.Unproven<decimal>("hours");

    /// <summary>Passed the examination (考核合格).</summary>
    public Fact<bool> Passed { get; init => field = value.Named("passed"); } = Fact.Unproven<bool>("passed");

    /// <summary>Trained online (线上培训).</summary>
    public Fact<bool> Online { get; init => field = value.Named("online"); } = Fact.Unproven<bool>("online");

    /// <summary>Living allowances this person drew in the year (本年已享受次数).</summary>
    public Fact<int> AllowancesThisYear { get; init => field = value.Named("allowances_this_year"); } = Fact.Unproven<int>("allowances_this_year");

    /// <summary>Drew one before for the same occupation and level (同一职业同一等级已享受).</summary>
    public Fact<bool> SameBefore { get; init => field = value.Named("same_occupation_level_before"); } = Fact.Unproven<bool>("same_occupation_level_before");

    /// <summary>The day on which the course was completed (培训结束日期).</summary>
    public Fact<DateOnly> CompletedOn { get; init => field = value.Named("completed_on"); } = Fact.Unproven<DateOnly>("completed_on");

    /// <summary>Reads the facts by name (读取).</summary>
    public static LivingAllowanceFacts Read(FactSet given) => new()
    {
        Trainee = given.Choice<AllowanceTrainee>("trainee"),
        Hours = given.Number("hours"),
        Passed = given.Truth("passed"),
        Online = given.Truth("online"),
        AllowancesThisYear = given.Count("allowances_this_year"),
        SameBefore = given.Truth("same_occupation_level_before"),
        CompletedOn = given.Day("completed_on"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Trainee.Recorded,
        Hours.Recorded,
        Passed.Recorded,
        Online.Recorded,
        AllowancesThisYear.Recorded,
        SameBefore.Recorded,
        CompletedOn.Recorded,
    ];
}
