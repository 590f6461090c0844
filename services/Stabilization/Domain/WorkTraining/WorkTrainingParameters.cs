using Wenye.Policy;

namespace Wenye.Stabilization.Domain.WorkTraining;

/// <summary>The dated parameters of work-for-training (以工代训补贴参数); their values and clauses are in work_training.parameters.yaml.</summary>
internal static class WorkTrainingParameters
{
    /// <summary>Share of the special account below which nothing more is paid (专账资金停止执行线).</summary>
    public static readonly Parameter<decimal> StopShare = Parameter.Number("stabilization.work_training_stop_share", Unit.Rate);

    /// <summary>Last day of application (受理截止日).</summary>
    public static readonly Parameter<DateOnly> ApplyUntil = Parameter.Day("stabilization.work_training_apply_until");

    /// <summary>Claims go by months (以月为单位申领).</summary>
    public static readonly Parameter<bool> Monthly = Parameter.Rule("stabilization.work_training_monthly");

    /// <summary>What was paid under the old standard may be topped up (补领).</summary>
    public static readonly Parameter<bool> TopUp = Parameter.Rule("stabilization.work_training_top_up");

    /// <summary>Last day of the policy (执行期截止日).</summary>
    public static readonly Parameter<DateOnly> LastDay = Parameter.Day("stabilization.work_training_last_day");

    /// <summary>One kind a month (同月只能申请一类).</summary>
    public static readonly Parameter<bool> OneKind = Parameter.Rule("stabilization.work_training_one_kind");

    /// <summary>An industry added to the scope after 9 May 2020 does not count (变更增加经营范围不予认定).</summary>
    public static readonly Parameter<bool> ScopeAdded = Parameter.Rule("stabilization.work_training_scope_added");

    /// <summary>Kind hiring (吸纳就业).</summary>
    public static readonly WorkTrainingStandard Hiring = new("hiring");

    /// <summary>Kind difficult (困难企业).</summary>
    public static readonly WorkTrainingStandard Difficult = new("difficult");

    /// <summary>The most a medium, small or micro firm in difficulty gets (中小微企业最高补贴).</summary>
    public static readonly Parameter<Money> Cap = Parameter.Money("stabilization.work_training_difficult_cap");

    /// <summary>The most a large firm in difficulty gets (大型企业最高补贴).</summary>
    public static readonly Parameter<Money> CapLarge = Parameter.Money("stabilization.work_training_difficult_cap_large");

    /// <summary>Fall of revenue that makes a firm one in difficulty (营业收入降幅).</summary>
    public static readonly Parameter<decimal> RevenueDrop = Parameter.Number("stabilization.work_training_revenue_drop", Unit.Rate);

    /// <summary>Fall of electricity or other energy that does (电费、能源降幅).</summary>
    public static readonly Parameter<decimal> EnergyDrop = Parameter.Number("stabilization.work_training_energy_drop", Unit.Rate);

    /// <summary>From which day on lower falls suffice (较低降幅起始日); unset where one measure holds for all months.</summary>
    public static readonly Parameter<DateOnly> LaterFrom = Parameter.Day("stabilization.work_training_later_from");

    /// <summary>Fall of revenue for the later months (后期营业收入降幅).</summary>
    public static readonly Parameter<decimal> LaterRevenueDrop = Parameter.Number("stabilization.work_training_later_revenue_drop", Unit.Rate);

    /// <summary>Fall of electricity or other energy for the later months (后期电费、能源降幅).</summary>
    public static readonly Parameter<decimal> LaterEnergyDrop = Parameter.Number("stabilization.work_training_later_energy_drop", Unit.Rate);
}

/// <summary>What each kind has under a clause of its own (各类补贴标准).</summary>
internal sealed class WorkTrainingStandard(string kind)
{
    /// <summary>Sizes of firm within the scope whatever the industry (补贴范围).</summary>
    public Parameter<Terms<FirmSize>> Sizes { get; } = Parameter.Terms<FirmSize>($"stabilization.work_training_{kind}_sizes");

    /// <summary>Industries whose firms are within the scope whatever their size (扩大范围的行业).</summary>
    public Parameter<Terms<WorkTrainingIndustry>> Industries { get; } = Parameter.Terms<WorkTrainingIndustry>($"stabilization.work_training_{kind}_industries");

    /// <summary>First day of the months that can be claimed (可申领起始日); unset where no document names one.</summary>
    public Parameter<DateOnly> FirstDay { get; } = Parameter.Day($"stabilization.work_training_{kind}_first_day");

    /// <summary>Yuan a head and month (补贴标准).</summary>
    public Parameter<Money> PerHead { get; } = Parameter.Money($"stabilization.work_training_{kind}_per_head");

    /// <summary>Most months a firm is paid for (最长期限).</summary>
    public Parameter<int> Months { get; } = Parameter.Count($"stabilization.work_training_{kind}_months", Unit.Months);
}
