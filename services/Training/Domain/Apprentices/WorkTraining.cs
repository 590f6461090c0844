using Wenye.Policy;
using Wenye.Training.Domain.Subsidies;

namespace Wenye.Training.Domain.Apprentices;

/// <summary>Who trains on the job (生产经营主体).</summary>
public enum WorkTrainingEmployer
{
    /// <summary>Firm that pays social insurance (参保企业).</summary>
    InsuredFirm = 1,

    /// <summary>Other firm (其他企业).</summary>
    OtherFirm,

    /// <summary>农民专业合作社.</summary>
    Cooperative,

    /// <summary>扶贫车间.</summary>
    PovertyWorkshop,

    /// <summary>Makes or trades nothing (非生产经营主体).</summary>
    Other,
}

/// <summary>Whom it took on (吸纳对象).</summary>
public enum WorkTrainingHire
{
    /// <summary>贫困劳动力.</summary>
    RegisteredPoor = 1,

    /// <summary>就业困难人员.</summary>
    Hardship,

    /// <summary>零就业家庭成员.</summary>
    ZeroEmploymentFamily,

    /// <summary>None of these (其他人员).</summary>
    Other,
}

/// <summary>What training.work_training looks at (专账办法以工代训补贴的事实): people alike, for one month. What is left out is unproven.</summary>
public sealed record WorkTrainingFacts : IFacts
{
    /// <summary>生产经营主体.</summary>
    public Fact<WorkTrainingEmployer> Employer { get; init => field = value.Named("employer"); } = Fact.Unproven<WorkTrainingEmployer>("employer");

    /// <summary>吸纳对象.</summary>
    public Fact<WorkTrainingHire> Hire { get; init => field = value.Named("hire"); } = Fact.Unproven<WorkTrainingHire>("hire");

    /// <summary>They work and are trained on the job (就业并开展以工代训).</summary>
    public Fact<bool> TrainedOnTheJob { get; init => field = value.Named("trained_on_the_job"); } = Fact.Unproven<bool>("trained_on_the_job");

    /// <summary>Months already paid for these people (已享受月数).</summary>
    public Fact<int> MonthsUsed { get; init => field = value.Named("months_used"); } = Fact.Unproven<int>("months_used");

    /// <summary>人数.</summary>
    public Fact<int> People { get; init => field = value.Named("people"); } = Fact.Unproven<int>("people");

    /// <summary>The work-for-training subsidy of 63号 or 78号 is drawn for them (已享受稳岗扩岗以工代训补贴).</summary>
    public Fact<bool> OtherSubsidy { get; init => field = value.Named("other_work_training_subsidy"); } = Fact.Unproven<bool>("other_work_training_subsidy");

    /// <summary>Reads the facts by name (读取).</summary>
    public static WorkTrainingFacts Read(FactSet given) => new()
    {
        Employer = given.Choice<WorkTrainingEmployer>("employer"),
        Hire = given.Choice<WorkTrainingHire>("hire"),
        TrainedOnTheJob = given.Truth("trained_on_the_job"),
        MonthsUsed = given.Count("months_used"),
        People = given.Count("people"),
        OtherSubsidy = given.Truth("other_work_training_subsidy"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Employer.Recorded, Hire.Recorded, TrainedOnTheJob.Recorded, MonthsUsed.Recorded, People.Recorded, OtherSubsidy.Recorded];
}

/// <summary>Is training on the job of people in need subsidised this month (专账办法第七条以工代训补贴)? Not the plan of 63号 and 78号, which Stabilization decides.</summary>
public static class WorkTraining
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.work_training";

    private static readonly Parameter<Terms<WorkTrainingEmployer>> EmployersOfPoor = Parameter.Terms<WorkTrainingEmployer>("training.work_training_employers_of_poor");
    private static readonly Parameter<Terms<WorkTrainingEmployer>> EmployersOfHardship = Parameter.Terms<WorkTrainingEmployer>("training.work_training_employers_of_hardship");
    private static readonly Parameter<Terms<WorkTrainingHire>> Poor = Parameter.Terms<WorkTrainingHire>("training.work_training_poor");
    private static readonly Parameter<Terms<WorkTrainingHire>> InHardship = Parameter.Terms<WorkTrainingHire>("training.work_training_hardship");
    private static readonly Parameter<int> Months = Parameter.Count("training.work_training_months", Unit.Months);
    private static readonly Parameter<bool> OneSubsidy = Parameter.Rule("training.work_training_one_subsidy");

    /// <summary>Yuan a head and month as the city sets it (市定补贴标准). Set by the operator.</summary>
    private static readonly Parameter<Money> PerHead = Parameter.Money("training.work_training_per_head_city");

    /// <summary>Decides (认定).</summary>
    public static Decision<SubsidyAmount> Decide(WorkTrainingFacts facts, PolicyContext policy)
    {
        var (poor, hardship) = (policy.Get(Poor), policy.Get(InHardship));
        var (months, one, perHead) = (policy.Get(Months), policy.Get(OneSubsidy), policy.Get(PerHead));
        return Decision.On(Name, facts, policy)

            // 55号 第七条  企业、农民专业合作社和扶贫车间等各类生产经营主体吸纳贫困劳动力就业并开展以工代训，
            // 以及参保企业吸纳就业困难人员、零就业家庭成员就业并开展以工代训，按月给予生产经营主体补贴
            .WhenAnyOf(poor, [Ground(facts, poor, policy.Get(EmployersOfPoor)), Ground(facts, hardship, policy.Get(EmployersOfHardship))])
            .AndIf(poor.IsSet, poor, facts.TrainedOnTheJob.Is(true))

            // 55号 第七条  最长不超过6个月
            .AndIf(poor.IsSet, months, facts.MonthsUsed.Below(months))

            // 78号 四(二)  不得重复享受《山东省职业技能提升行动（2019—2021年）专账资金管理办法》中以工代训补贴
            .AndIf(one.IsSet, one, facts.OtherSubsidy.Is(false))

            // 55号 第七条  补贴标准由设区的市确定
            .AndIf(poor.IsSet, perHead, facts.People.AtLeast(1))
            .Grant(() => new SubsidyAmount(perHead.Value * facts.People.Value, 1m));
    }

    private static Finding Ground(WorkTrainingFacts facts, Dated<Terms<WorkTrainingHire>> hires, Dated<Terms<WorkTrainingEmployer>> employers) =>
        new(hires.Clause, Proposition.All(facts.Hire.OneOf(hires), facts.Employer.OneOf(employers)), hires.Use);
}
