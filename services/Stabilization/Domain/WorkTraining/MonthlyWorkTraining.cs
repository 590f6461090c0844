using Wenye.Policy;

namespace Wenye.Stabilization.Domain.WorkTraining;

/// <summary>What is paid for the month (本月补贴).</summary>
/// <param name="Amount">Yuan payable now (应付金额): what was paid before is taken off.</param>
public sealed record WorkTrainingGrant(Money Amount) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("amount", PolicyValue.Of(Amount))];
}

/// <summary>Is the firm subsidised for training on the job this month, and with how much (以工代训补贴)?</summary>
/// <remarks>
/// Pure. The standard is that of the day of application; whether money is left, that of the day of the decision.
/// Readings: docs/decisions/0041-work-training.md.
/// </remarks>
public static class MonthlyWorkTraining
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "stabilization.work_training";

    /// <summary>Decides (认定).</summary>
    public static Decision<WorkTrainingGrant> Decide(WorkTrainingFacts facts, PolicyContext policy)
    {
        var standard = facts.AppliedOn.IsProven ? policy.On(facts.AppliedOn.Value) : policy;
        var stopShare = policy.Get(WorkTrainingParameters.StopShare);
        var applyUntil = standard.Get(WorkTrainingParameters.ApplyUntil);
        var lastDay = standard.Get(WorkTrainingParameters.LastDay);
        var oneKind = standard.Get(WorkTrainingParameters.OneKind);

        var examined = Decision.On(Name, facts, policy)

            // 63号 三(四)  各市专账资金低于建账资金规模30%时，停止执行以工代训政策
            .When(stopShare, facts.SpecialAccountShare.AtLeast(stopShare))

            // 63号 二(二)  政策受理期截至2020年12月31日
            // 78号 四(五)  受理期延长至2021年3月底
            .And(applyUntil, facts.AppliedOn.AtMost(applyUntil))

            // 63号 二(二)  应按月向当地人力资源社会保障部门提供以工代训人员花名册（含承诺书）、当月发放工资银行对账单
            // 78号 三  以工代训补贴申领业务以月为单位，企业可逐月申领，也可集中申领
            .And(standard.Get(WorkTrainingParameters.Monthly), ByMonths(facts, standard))

            // 78号 四(五)  以工代训政策执行期截至2020年12月31日
            .AndIf(lastDay.IsSet, lastDay, FirstDayOf(facts).AtMost(lastDay))

            // 78号 四(三)  在一个月的申领期内只能申请新吸纳就业以工代训补贴或受疫情影响困难企业以工代训补贴两项中的一项
            .AndIf(oneKind.IsSet, oneKind, facts.OtherKind.Is(false));

        return OfKind(examined, facts, standard).Grant(() => new WorkTrainingGrant(Amount(facts, standard)));
    }

    /// <summary>First day of the month claimed for, to be compared with the days that clauses name.</summary>
    private static Fact<DateOnly> FirstDayOf(WorkTrainingFacts facts) => facts.Month.Map(month => month.FirstDay);

    /// <summary>What the month was already paid; a first claim states nothing.</summary>
    private static Money PaidThisMonth(WorkTrainingFacts facts) => facts.PaidThisMonth.IsProven ? facts.PaidThisMonth.Value : Money.Zero;

    private static Examination OfKind(in Examination examined, WorkTrainingFacts facts, PolicyContext standard) =>
        (facts.Kind.IsProven ? facts.Kind.Value : default) switch
        {
            WorkTrainingKind.Hiring => CommonToKinds(examined, facts, standard, WorkTrainingParameters.Hiring),
            WorkTrainingKind.Difficult => FirmInDifficulty.Examine(CommonToKinds(examined, facts, standard, WorkTrainingParameters.Difficult), facts, standard),

            // No kind is known: there is nothing to ask beyond it.
            _ => examined,
        };

    // A month is claimed when it has come. Before 78号 it was claimed once; since then what it was not paid can be claimed.
    private static Proposition ByMonths(WorkTrainingFacts facts, PolicyContext standard)
    {
        var kind = facts.Kind.IsEstablished();
        var month = facts.AppliedOn.IsProven ? facts.Month.AtMost(YearMonth.Of(facts.AppliedOn.Value)) : facts.Month.IsEstablished();
        return facts.PaidThisMonth.IsProven && !standard.Get(WorkTrainingParameters.TopUp).IsSet
            ? Proposition.All(kind, month, facts.PaidThisMonth.AtMost(Money.Zero))
            : Proposition.All(kind, month);
    }

    private static Examination CommonToKinds(in Examination examined, WorkTrainingFacts facts, PolicyContext standard, WorkTrainingStandard kind)
    {
        var sizes = standard.Get(kind.Sizes);
        var industries = standard.Get(kind.Industries);
        var firstDay = standard.Get(kind.FirstDay);
        var perHead = standard.Get(kind.PerHead);
        var months = standard.Get(kind.Months);
        var topUp = standard.Get(WorkTrainingParameters.TopUp);
        var isTopUp = topUp.IsSet && PaidThisMonth(facts) > Money.Zero;

        return examined

            // 63号 二(二)5、6，78号 一、二  …中小微企业…；外贸、住宿餐饮、文化旅游、交通运输、批发零售行业，补贴范围扩大到大型企业
            .And(sizes, Proposition.Any(facts.Size.OneOf(sizes), facts.Industry.OneOf(industries)))

            // 78号 四(一)  对在2020年5月9日后，变更企业登记的、变更增加上述行业经营范围的企业，不予认定
            .AndIf(RestsOnIndustry(facts, standard, sizes, industries), standard.Get(WorkTrainingParameters.ScopeAdded), IndustryRecognised(facts))

            // 78号 一  2020年1月至2020年12月；78号 二  2020年1—5月…2020年6—12月
            .AndIf(firstDay.IsSet, firstDay, FirstDayOf(facts).AtLeast(firstDay))

            // 63号 二(二)5、6，78号 一、二  …人数给予企业每月500元/人
            .And(perHead, facts.Trainees.AtLeast(1))

            // 78号 四(五)  已申领以工代训补贴的企业，可按本通知规定申请补领
            .AndIf(isTopUp, topUp, Unpaid(facts, perHead))

            // 63号 二(二)5、6  最长6个月；78号 四(三)  同一企业在政策执行期内，最长可申请6个月的以工代训补贴
            .And(months, isTopUp ? facts.MonthsUsed.AtMost(months) : facts.MonthsUsed.Below(months));
    }

    // Medium, small and micro firms are within the scope by their size: what industry they registered when does not matter.
    private static bool RestsOnIndustry(WorkTrainingFacts facts, PolicyContext standard, Dated<Terms<FirmSize>> sizes, Dated<Terms<WorkTrainingIndustry>> industries) =>
        standard.Get(WorkTrainingParameters.ScopeAdded).IsSet
        && facts.Industry.OneOf(industries).Answer == Answer.Met
        && facts.Size.OneOf(sizes).Answer != Answer.Met;

    private static Proposition IndustryRecognised(WorkTrainingFacts facts) => facts switch
    {
        { Size.IsProven: true } => Proposition.All(facts.Size.IsEstablished(), facts.ScopeAdded.Is(false)),

        // An addition to the scope harms a large firm only, so the size has to be known first.
        { ScopeAdded: { IsProven: true, Value: true } } => facts.Size.IsEstablished(),
        _ => facts.ScopeAdded.Is(false),
    };

    // How much the month is worth is asked for above, by its own clause.
    private static Proposition Unpaid(WorkTrainingFacts facts, Dated<Money> perHead) => perHead.IsSet && facts.Trainees.IsProven
        ? facts.PaidThisMonth.Below(Full(facts, perHead))
        : facts.PaidThisMonth.IsEstablished();

    private static Money Full(WorkTrainingFacts facts, Dated<Money> perHead) => perHead.Value * facts.Trainees.Value;

    private static Money Amount(WorkTrainingFacts facts, PolicyContext standard)
    {
        if (facts.Kind.Value == WorkTrainingKind.Hiring)
        {
            return Full(facts, standard.Get(WorkTrainingParameters.Hiring.PerHead)) - PaidThisMonth(facts);
        }

        var due = Full(facts, standard.Get(WorkTrainingParameters.Difficult.PerHead)) - PaidThisMonth(facts);
        var rest = FirmInDifficulty.Cap(facts, standard).Value - facts.PaidBefore.Value;
        return due < rest ? due : rest;
    }
}
