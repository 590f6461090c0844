using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>What one clause asks of a record (筛查条件), as statement: met lets the record in.</summary>
/// <param name="Rule">The clause, by region and day.</param>
/// <param name="Asks">What it asks.</param>
/// <param name="Governs">Of which records; null: of all.</param>
/// <param name="IsOfPeriod">Whether it only tells in which period the record counts.</param>
/// <param name="OrReemployed">Whether 附件四(一)5 lets the record in all the same.</param>
internal sealed record RecordCondition(
    Parameter<bool> Rule,
    Func<EmploymentRecord, ReportedPeriod, Proposition> Asks,
    Func<EmploymentRecord, bool>? Governs = null,
    bool IsOfPeriod = false,
    bool OrReemployed = false)
{
    /// <summary>附件四(一)5.</summary>
    public static readonly Parameter<bool> Reemployed = Parameter.Rule("statistics.again_unemployed");

    /// <summary>附件一2.</summary>
    public static readonly Parameter<bool> New = Parameter.Rule("statistics.new_employment_new");

    /// <summary>附件一1: where no document has this rule, none of them tells what new urban employment is.</summary>
    public static readonly Parameter<bool> Urban = Parameter.Rule("statistics.new_employment_urban");

    /// <summary>All of them, in the order of the document; the first that is not met is the reason (筛查顺序).</summary>
    public static readonly IReadOnlyList<RecordCondition> InOrder =
    [
        // 95号 附件一1  指就业人员就业地在城镇区域内
        new(Urban, (record, _) => record.Urban.Is(true)),

        // 95号 附件一3  劳动报酬或经营收入不低于当地城市居民最低生活保障标准
        new(Parameter.Rule("statistics.new_employment_income"), (record, _) => record.EarnsMinimum.Is(true), record => record.EarnsMinimum.IsProven),

        // 95号 附件二  劳动年龄为年满16周岁（含）至依法享受基本养老保险待遇
        new(Parameter.Rule("statistics.new_employment_age"), (record, _) => record.AgeOk.Is(true)),

        // 95号 附件四(二)1  单位调转、续签合同人员，含不同单位间调转不断保的
        new(Parameter.Rule("statistics.not_new_transfer"), (record, _) => record.TransferOrRenewal.Is(false), record => record.TransferOrRenewal.IsProven),

        // 95号 附件四(二)2  用工之日（就业时间）等不在报告期内的人员
        new(
            Parameter.Rule("statistics.not_new_outside_period"),
            (record, period) => Proposition.All(record.EmployedOn.AtLeast(period.Days.From), record.EmployedOn.AtMost(period.Days.To)),
            IsOfPeriod: true),

        // 95号 附件四(二)3  上年度报告期末为就业状态且非城镇失业人员再就业的人员
        new(
            Parameter.Rule("statistics.not_new_employed_before"),
            (record, _) => Proposition.Any(record.EmployedAtYearEnd.Is(false), record.UnemployedBefore.Is(true))),

        // 95号 附件四(二)4  在信息系统中办理就业登记又做退出的人员
        new(Parameter.Rule("statistics.not_new_left"), (record, _) => record.LeftInPeriod.Is(false)),

        // 95号 附件四(二)5  上年度至本年度报告期内在同一单位参保、未减员的
        new(Parameter.Rule("statistics.not_new_same_employer"), (record, _) => record.SameEmployer.Is(false)),

        // 95号 附件四(二)6  享受职工和居民养老保险待遇的人员
        new(Parameter.Rule("statistics.not_new_pension"), (record, _) => record.ReceivesPension.Is(false)),

        // 95号 附件四(二)7  报告期内一直领取失业保险待遇的人员
        new(Parameter.Rule("statistics.not_new_benefit"), (record, _) => record.DrawingBenefit.Is(false)),

        // 95号 附件四(二)8  安置在乡村公益性岗位和扶贫车间及企业的人员
        new(Parameter.Rule("statistics.not_new_rural_post"), (record, _) => record.RuralPostOrWorkshop.Is(false)),

        // 95号 附件四(二)9  到外省就业的人员
        new(
            Parameter.Rule("statistics.not_new_other_province"),
            (record, period) => period.Province is { } own ? record.PlaceProvince.Map(place => place.Length > own.Length ? place[..own.Length] : place).Is(own) : record.PlaceProvince.IsEstablished()),

        // 95号 附件四(二)10  业务经办错误，以及其他不应计入城镇新就业的人员
        new(Parameter.Rule("statistics.not_new_error"), (record, _) => record.HandlingError.Is(false), record => record.HandlingError.IsProven),

        // 95号 附件四(一)1  就业单位变化且有就业和失业状态转换记录，如办理失业登记、断缴社会保险
        new(
            Parameter.Rule("statistics.again_unit"),
            (record, _) => Proposition.All(record.EmployerChanged.Is(true), record.UnemployedBefore.Is(true)),
            record => IsOf(record, EmploymentForm.Unit) && IsYes(record.PriorUnit),
            OrReemployed: true),

        // 95号 附件四(一)2  以前年度未注册过或个体工商户注销后本年度新注册的个体工商户
        new(
            Parameter.Rule("statistics.again_business"),
            (record, _) => record.PriorBusinessDeregistered.IsProven
                ? Proposition.Any(record.PriorBusiness.Is(false), record.PriorBusinessDeregistered.Is(true))
                : record.PriorBusiness.Is(false),
            record => IsOf(record, EmploymentForm.IndividualBusiness),
            OrReemployed: true),

        // 95号 附件四(一)3  以前年度不是公益性岗位安置人员
        new(Parameter.Rule("statistics.again_welfare_post"), (record, _) => record.PriorWelfarePost.Is(false), record => IsOf(record, EmploymentForm.WelfarePost), OrReemployed: true),

        // 95号 附件四(一)4  以前年度不是灵活就业人员
        new(Parameter.Rule("statistics.again_flexible"), (record, _) => record.PriorFlexible.Is(false), record => IsOf(record, EmploymentForm.Flexible), OrReemployed: true),

        // 95号 附件四(三)  对无法核实真实性和准确性的就业信息，应…逐一标记，暂不纳入
        new(Parameter.Rule("statistics.not_new_doubtful"), (record, _) => record.Doubtful.Is(false)),
    ];

    /// <summary>The statement of 附件四(一)5: 就业记录→失业记录→就业记录.</summary>
    public static Proposition IsReemployed(EmploymentRecord record) => record.SpellRegistered.IsProven
        ? Proposition.All(record.UnemployedBefore.Is(true), record.SpellRegistered.Is(true))
        : record.UnemployedBefore.Is(true);

    /// <summary>Whether the person was so employed in a former year (跨年度重复就业), which this condition is about.</summary>
    public bool IsAgain(EmploymentRecord record) => OrReemployed && Governs!(record) && (
        IsYes(record.Form.Value switch
        {
            EmploymentForm.Unit => record.PriorUnit,
            EmploymentForm.IndividualBusiness => record.PriorBusiness,
            EmploymentForm.WelfarePost => record.PriorWelfarePost,
            _ => record.PriorFlexible,
        }));

    private static bool IsOf(EmploymentRecord record, EmploymentForm form) => record.Form.IsProven && record.Form.Value == form;

    private static bool IsYes(Fact<bool> fact) => fact is { IsProven: true, Value: true };
}
