using Wenye.Policy;

namespace Wenye.Stabilization.Domain.WorkTraining;

/// <summary>What a person newly taken on was before (新吸纳人员类别).</summary>
public enum TraineeGroup
{
    /// <summary>就业困难人员.</summary>
    Hardship = 1,

    /// <summary>零就业家庭成员.</summary>
    ZeroEmploymentFamily,

    /// <summary>Graduate who left a university or college within two years (离校两年内高校毕业生).</summary>
    GraduateTwoYears,

    /// <summary>登记失业人员.</summary>
    RegisteredUnemployed,

    /// <summary>On the register of the poor, of this province or come to it (建档立卡贫困劳动力).</summary>
    RegisteredPoor,

    /// <summary>Graduate of a technical or special school within two years (离校2年内技工院校及特殊教育院校职业教育类毕业生).</summary>
    VocationalGraduateTwoYears,

    /// <summary>None of these (其他人员).</summary>
    Other,
}

/// <summary>What stabilization.work_training_trainee looks at (以工代训人员的事实): one person of a month's roster. What is left out is unproven.</summary>
public sealed record TraineeFacts : IFacts
{
    /// <summary>The kind claimed (申领种类).</summary>
    public Fact<WorkTrainingKind> Kind { get; init => field = value.Named("kind"); } = Fact.Unproven<WorkTrainingKind>("kind");

    /// <summary>The month of the roster (申领月份).</summary>
    public Fact<YearMonth> Month { get; init => field = value.Named("month"); } = Fact.Unproven<YearMonth>("month");

    /// <summary>The day of application (申请日).</summary>
    public Fact<DateOnly> AppliedOn { get; init => field = value.Named("applied_on"); } = Fact.Unproven<DateOnly>("applied_on");

    /// <summary>What the person was before, for kind hiring (人员类别).</summary>
    public Fact<TraineeGroup> Group { get; init => field = value.Named("group"); } = Fact.Unproven<TraineeGroup>("group");

    /// <summary>The earlier of the days on which employment and social insurance were registered (新吸纳时间), for kind hiring.</summary>
    public Fact<DateOnly> TakenOn { get; init => field = value.Named("taken_on"); } = Fact.Unproven<DateOnly>("taken_on");

    /// <summary>Employment is registered (办理就业登记), for kind hiring.</summary>
    public Fact<bool> RegisteredEmployment { get; init => field = value.Named("registered_employment"); } = Fact.Unproven<bool>("registered_employment");

    /// <summary>The firm shows that it paid the person's wage for the month (当月发放工资).</summary>
    public Fact<bool> WagePaid { get; init => field = value.Named("wage_paid"); } = Fact.Unproven<bool>("wage_paid");

    /// <summary>The firm draws the other work-for-training subsidy, of 55号 第七条, for the person (已享受专账办法中以工代训补贴).</summary>
    public Fact<bool> OtherSubsidy { get; init => field = value.Named("other_work_training_subsidy"); } = Fact.Unproven<bool>("other_work_training_subsidy");

    /// <summary>A labour dispatch firm sent the person (劳务派遣人员).</summary>
    public Fact<bool> Dispatched { get; init => field = value.Named("dispatched"); } = Fact.Unproven<bool>("dispatched");

    /// <summary>The firm that claims uses the person, bears the cost and shows the dispatch agreement with its list (承担用工成本并实际用人、提供派遣协议).</summary>
    public Fact<bool> DispatchAgreement { get; init => field = value.Named("dispatch_agreement"); } = Fact.Unproven<bool>("dispatch_agreement");

    /// <summary>Reads the facts by name (读取).</summary>
    public static TraineeFacts Read(FactSet given) => new()
    {
        Kind = given.Choice<WorkTrainingKind>("kind"),
        Month = given.Month("month"),
        AppliedOn = given.Day("applied_on"),
        Group = given.Choice<TraineeGroup>("group"),
        TakenOn = given.Day("taken_on"),
        RegisteredEmployment = given.Truth("registered_employment"),
        WagePaid = given.Truth("wage_paid"),
        OtherSubsidy = given.Truth("other_work_training_subsidy"),
        Dispatched = given.Truth("dispatched"),
        DispatchAgreement = given.Truth("dispatch_agreement"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Kind.Recorded,
        Month.Recorded,
        AppliedOn.Recorded,
        Group.Recorded,
        TakenOn.Recorded,
        RegisteredEmployment.Recorded,
        WagePaid.Recorded,
        OtherSubsidy.Recorded,
        Dispatched.Recorded,
        DispatchAgreement.Recorded,
    ];
}
