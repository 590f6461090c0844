using Wenye.Policy;

namespace Wenye.Stabilization.Domain.WorkTraining;

/// <summary>Does this person of the roster count this month (以工代训人员认定)? Those who do are the trainees of the firm's decision.</summary>
/// <remarks>Pure. The standard is that of the day of application, as for the firm. Readings: docs/decisions/0041-work-training.md.</remarks>
public static class Trainee
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "stabilization.work_training_trainee";

    private static readonly Parameter<bool> Wage = Parameter.Rule("stabilization.work_training_wage");
    private static readonly Parameter<bool> OneSubsidy = Parameter.Rule("stabilization.work_training_one_subsidy");
    private static readonly Parameter<bool> Dispatch = Parameter.Rule("stabilization.work_training_dispatch");
    private static readonly Parameter<Terms<TraineeGroup>> Groups = Parameter.Terms<TraineeGroup>("stabilization.work_training_groups");
    private static readonly Parameter<bool> Registration = Parameter.Rule("stabilization.work_training_registration");
    private static readonly Parameter<DateOnly> TakenFrom = Parameter.Day("stabilization.work_training_taken_from");
    private static readonly Parameter<DateOnly> TakenUntil = Parameter.Day("stabilization.work_training_taken_until");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(TraineeFacts facts, PolicyContext policy)
    {
        var standard = facts.AppliedOn.IsProven ? policy.On(facts.AppliedOn.Value) : policy;
        var oneSubsidy = standard.Get(OneSubsidy);
        var dispatch = standard.Get(Dispatch);
        var examined = Decision.On(Name, facts, policy)

            // 63号 二(二)  按月…提供以工代训人员花名册（含承诺书）、当月发放工资银行对账单
            // 78号 三  无法提供工资发放银行对账单的，可采取企业书面承诺方式，提供实际发放工资的相关证明材料
            .When(standard.Get(Wage), Proposition.All(facts.Kind.IsEstablished(), facts.Month.IsEstablished(), facts.AppliedOn.IsEstablished(), facts.WagePaid.Is(true)))

            // 78号 四(二)  不得重复享受《山东省职业技能提升行动（2019—2021年）专账资金管理办法》中以工代训补贴
            .AndIf(oneSubsidy.IsSet, oneSubsidy, facts.OtherSubsidy.Is(false))

            // 78号 四(四)  原则上由承担用工成本并实际用人的企业进行申领，申领时提供企业和劳务派遣企业签订的派遣协议（附派遣人员名单）
            .AndIf(dispatch.IsSet, dispatch, Proposition.Any(facts.Dispatched.Is(false), facts.DispatchAgreement.Is(true)));

        return (facts.Kind is { IsProven: true, Value: WorkTrainingKind.Hiring } ? NewlyTakenOn(examined, facts, standard) : examined).Grant();
    }

    private static Examination NewlyTakenOn(in Examination examined, TraineeFacts facts, PolicyContext standard)
    {
        var groups = standard.Get(Groups);
        var registration = standard.Get(Registration);
        var from = standard.Get(TakenFrom);
        var until = standard.Get(TakenUntil);
        var taken = facts.Month.IsProven ? facts.TakenOn.AtMost(facts.Month.Value.LastDay) : facts.TakenOn.IsEstablished();
        return examined

            // 63号 二(二)5  新吸纳就业困难人员、零就业家庭成员、离校两年内高校毕业生、登记失业人员就业并办理就业登记
            // 78号 一  …、我省及来我省就业建档立卡贫困劳动力、离校2年内技工院校及特殊教育院校职业教育类毕业生（新吸纳时间以办理就业登记或社保登记较早时间为准）就业
            .And(groups, Proposition.All(facts.Group.OneOf(groups), taken))
            .AndIf(registration.IsSet, registration, facts.RegisteredEmployment.Is(true))

            // 78号 一  2020年1月至2020年12月
            .AndIf(from.IsSet, from, facts.TakenOn.AtLeast(from))
            .AndIf(until.IsSet, until, facts.TakenOn.AtMost(until));
    }
}
